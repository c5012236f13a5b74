package io.onhand.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is.
 *
 * @param url JDBC address of an external PostgreSQL or CockroachDB; absent: the embedded one
 * @param owner owns all objects and migrates; with it alone the program makes its other roles
 */
@ConfigurationProperties("onhand.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable Login owner,
        @Nullable Login app,
        @Nullable Login ledger,
        @Nullable Login system,
        @Nullable Login door) {

    @Nullable Login of(DatabaseRole role) {
        return switch (role) {
            case APP -> app;
            case LEDGER -> ledger;
            case SYSTEM -> system;
            case DOOR -> door;
        };
    }
}
