package io.onhand.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema to this program's state, as the owner. Role names are placeholders of the
 * migrations.
 */
final class Migrations {

    /** One a second. */
    private static final int LOCK_TRIES = 300;

    private Migrations() {}

    static void run(DatabaseServer server, Map<DatabaseRole, Login> logins, Dialect dialect) {
        Login owner = server.owner();
        if (owner == null) {
            return;
        }
        var placeholders = new java.util.HashMap<String, String>();
        logins.forEach((role, login) -> placeholders.put(role.word(), login.username()));
        try {
            Flyway.configure()
                    .dataSource(server.url(), owner.username(), owner.password())
                    .locations(
                            "classpath:db/migration/common",
                            "classpath:db/migration/" + dialect.folder())
                    .placeholders(placeholders)
                    // Another program may be migrating; it is waited for.
                    .lockRetryCount(LOCK_TRIES)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The database schema could not be brought up to date: " + e.getMessage(),
                    "The owner's login must own the database; see docs/operate/database.md.",
                    e);
        }
    }
}
