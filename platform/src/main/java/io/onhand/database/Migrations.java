package io.onhand.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to this program's state, as the owner. Role names are placeholders of the
 * migrations.
 */
final class Migrations {

    private Migrations() {}

    static void run(DatabaseServer server, Map<DatabaseRole, Login> logins, Dialect dialect) {
        Login owner = server.owner();
        if (owner == null) {
            return;
        }
        var placeholders = new java.util.HashMap<String, String>();
        logins.forEach((role, login) -> placeholders.put(role.word(), login.username()));
        Flyway.configure()
                .dataSource(server.url(), owner.username(), owner.password())
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + dialect.folder())
                .placeholders(placeholders)
                .load()
                .migrate();
    }
}
