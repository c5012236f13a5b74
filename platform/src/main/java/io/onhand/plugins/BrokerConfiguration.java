package io.onhand.plugins;

import java.net.InetAddress;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How vendors are reached. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    /** For vendors' own servers: public addresses alone. */
    @Bean
    VendorClient vendorClient() {
        return new VendorClient(
                new PublicAddresses(InetAddress::getAllByName),
                DefaultClientTlsStrategy.createDefault(),
                DefaultSchemePortResolver.INSTANCE);
    }

    /** For servers that are set in place of them, wherever they are. */
    @Bean
    VendorClient replacedClient() {
        return new VendorClient(
                SystemDefaultDnsResolver.INSTANCE,
                DefaultClientTlsStrategy.createDefault(),
                DefaultSchemePortResolver.INSTANCE);
    }
}
