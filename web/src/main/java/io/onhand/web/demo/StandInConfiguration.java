package io.onhand.web.demo;

import java.util.ServiceLoader;
import onhand.plugins.standin.StandInMaker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds the vendor that the demo plays. */
@Configuration(proxyBeanMethods = false)
@OnDemo
class StandInConfiguration {

    @Bean
    StandInMaker standInMaker() {
        return ServiceLoader.load(StandInMaker.class).findFirst().orElseThrow();
    }
}
