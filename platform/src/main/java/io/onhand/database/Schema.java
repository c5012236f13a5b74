package io.onhand.database;

import java.util.Map;

/**
 * A database that has its roles and this program's schema.
 *
 * @param url its JDBC address
 * @param logins how each role signs in
 */
record Schema(String url, Map<DatabaseRole, Login> logins, Dialect dialect) {

    /**
     * Makes roles and schema where the owner is known; any number of programs may do it at once.
     */
    static Schema prepare(DatabaseSettings settings, DatabaseServer server) {
        Map<DatabaseRole, Login> logins = RoleStatements.logins(settings, server);
        Login asking = server.owner() != null ? server.owner() : logins.get(DatabaseRole.APP);
        if (asking == null) {
            throw new IllegalStateException("every role has a login");
        }
        Dialect dialect = Dialect.of(server.url(), asking);
        Migrations.run(server, logins, dialect);
        return new Schema(server.url(), logins, dialect);
    }
}
