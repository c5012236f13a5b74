package io.onhand.web.security;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Lets the API's answers reach as far as Tomcat itself. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** After Boot's own, so that this valve stands nearer to the request and reports first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(
            UnreadableRequests unreadable) {
        return factory ->
                factory.addContextCustomizers(
                        context ->
                                context.getParent()
                                        .getPipeline()
                                        .addValve(new UnreadableRequestValve(unreadable)));
    }
}
