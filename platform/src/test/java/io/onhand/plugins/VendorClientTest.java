package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's name counts for its certificate, the address that was looked up for the way. */
class VendorClientTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final char[] WORD = "changeit".toCharArray();

    @TempDir static Path folder;
    private static SSLContext tls;

    private final List<String> looked = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        Path file = folder.resolve("vendor.p12");
        int made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=api.vendor.example",
                                "-ext",
                                "SAN=dns:api.vendor.example",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(WORD),
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.txt").toFile())
                        .start()
                        .waitFor();
        assertThat(made).as(Files.readString(folder.resolve("keytool.txt"))).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, WORD);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, WORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @Test
    void theNameIsLookedUpOnceAndKeptForCertificateAndHostHeader() throws IOException {
        try (var vendor = new Vendor(tls);
                var client = client(vendor, tls)) {
            assertThat(client.send(get("https://api.vendor.example/v2"), LONG).bytes())
                    .isEqualTo(2);
            assertThat(client.send(get("https://api.vendor.example/v2"), LONG).bytes())
                    .isEqualTo(2);
            assertThat(looked).containsExactly("api.vendor.example");
            assertThat(vendor.asks.getFirst().headers().get("Host"))
                    .containsExactly("api.vendor.example");
        }
    }

    @Test
    void aServerWithAnotherNameIsNotBelieved() throws IOException {
        try (var vendor = new Vendor(tls);
                var client = client(vendor, tls)) {
            assertThatThrownBy(() -> client.send(get("https://other.vendor.example/"), LONG))
                    .isInstanceOf(SSLException.class);
            assertThat(vendor.asks).isEmpty();
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsNotBelieved() throws Exception {
        try (var vendor = new Vendor(tls);
                var client = client(vendor, SSLContext.getDefault())) {
            assertThatThrownBy(() -> client.send(get("https://api.vendor.example/"), LONG))
                    .isInstanceOf(SSLException.class);
            assertThat(vendor.asks).isEmpty();
        }
    }

    private static VendorRequest get(String url) {
        return new VendorRequest("GET", URI.create(url), Map.of(), null);
    }

    private VendorClient client(Vendor vendor, SSLContext trusted) {
        return new VendorClient(
                new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        looked.add(host);
                        return new InetAddress[] {InetAddress.getLoopbackAddress()};
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                },
                new DefaultClientTlsStrategy(trusted),
                host -> vendor.port());
    }
}
