package io.onhand.database;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** Brings the database up to date and ends: {@code onhand migrate}. */
public final class MigrateCommand {

    private MigrateCommand() {}

    /** Runs the command if these arguments name it. */
    public static boolean ran(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("migrate")) {
            return false;
        }
        var program =
                new SpringApplicationBuilder(DatabaseAlone.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true);
        try (var context = program.run(arguments)) {
            context.getBean(Schema.class);
        }
        System.out.println("Onhand's database is up to date.");
        return true;
    }

    /** The database and nothing that uses it; lazy, so that no pool is opened. */
    @EnableConfigurationProperties(DatabaseSettings.class)
    @Import(DatabaseConfiguration.class)
    static class DatabaseAlone {}
}
