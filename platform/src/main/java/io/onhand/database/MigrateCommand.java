package io.onhand.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Brings the database up to date and ends: {@code onhand migrate}. */
public final class MigrateCommand {

    private MigrateCommand() {}

    /** Runs the command if these arguments name it. */
    public static boolean ran(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("migrate")) {
            return false;
        }
        new SpringApplicationBuilder(DatabaseAlone.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(arguments)
                .close();
        System.out.println("Onhand's database is up to date.");
        return true;
    }

    /** The database and nothing that uses it; lazy, so that no pool is opened. */
    @EnableConfigurationProperties(DatabaseSettings.class)
    @Import(DatabaseConfiguration.class)
    static class DatabaseAlone {

        /** As a runner, so that a refusal is told like every other one at start. */
        @Bean
        ApplicationRunner migrate(ObjectProvider<Schema> schema) {
            return arguments -> schema.getObject();
        }
    }
}
