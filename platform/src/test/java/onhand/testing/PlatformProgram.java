package onhand.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/**
 * All of the platform and nothing of the web, for its tests. It lies outside io.onhand so that the
 * program does not find it.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.onhand")
@ComponentScan("io.onhand")
public class PlatformProgram {}
