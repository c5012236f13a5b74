package onhand.testing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * All of the platform and nothing of the web, for its tests. It lies outside io.onhand so that the
 * program does not find it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.onhand")
@ComponentScan("io.onhand")
public class PlatformProgram {

    /** The web brings one; here the platform's meters need it to be read. */
    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
