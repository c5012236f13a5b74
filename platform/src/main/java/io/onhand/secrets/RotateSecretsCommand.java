package io.onhand.secrets;

import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Seals everything with the master key that is set now, and ends: {@code onhand rotate-secrets}.
 */
public final class RotateSecretsCommand {

    private RotateSecretsCommand() {}

    /** Runs the command if these arguments name it. */
    public static boolean ran(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("rotate-secrets")) {
            return false;
        }
        new SpringApplicationBuilder(ModulesAtRest.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(arguments)
                .close();
        return true;
    }

    /** The modules without what works by itself, each part made only when it is asked for. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("io.onhand")
    @ComponentScan(
            basePackages = "io.onhand",
            lazyInit = true,
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {
                            SmartLifecycle.class,
                            ApplicationRunner.class,
                            ModulesAtRest.class
                        }),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.onhand\\.((web|admin)\\..*|Application)")
            })
    static class ModulesAtRest {

        @Bean
        ApplicationRunner rotate(List<Resealing> all) {
            return _ -> all.forEach(ModulesAtRest::rotate);
        }

        private static void rotate(Resealing one) {
            System.out.println(one.what() + ": " + one.reseal() + " sealed with the new key.");
        }
    }
}
