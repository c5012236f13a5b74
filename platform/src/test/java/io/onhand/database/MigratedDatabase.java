package io.onhand.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import onhand.testing.TestDatabase;

/** A fresh database with this program's schema, and a plain connection of each login. */
final class MigratedDatabase {

    private final TestDatabase.Address address = TestDatabase.fresh();
    private final Schema schema;

    MigratedDatabase() {
        var settings = new DatabaseSettings(address.url(), owner(), null, null, null, null);
        this.schema = Schema.prepare(settings, new ExternalDatabase(address.url(), owner()));
    }

    Login owner() {
        return new Login(address.username(), address.password());
    }

    Schema schema() {
        return schema;
    }

    Connection as(DatabaseRole role) throws SQLException {
        return open(Objects.requireNonNull(schema.logins().get(role), role.word()));
    }

    Connection asOwner() throws SQLException {
        return open(owner());
    }

    private Connection open(Login login) throws SQLException {
        return DriverManager.getConnection(address.url(), login.username(), login.password());
    }

    /** Tables whose comment begins with the class, or all of ours for an empty one. */
    List<String> tables(String tableClass) throws SQLException {
        return strings(
                """
                select c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind = 'r'
                    and c.relname <> 'flyway_schema_history'
                    and coalesce(obj_description(c.oid, 'pg_class'), '') like '"""
                        + tableClass
                        + "%' order by c.relname");
    }

    /** The first column of a question of the owner's. */
    List<String> strings(String question) throws SQLException {
        try (Connection connection = asOwner();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    /** Opens a transaction of a tenant, as the program does. */
    static void tenant(Connection connection, UUID tenant) throws SQLException {
        try (var set =
                connection.prepareStatement("select set_config('onhand.tenant_id', ?, true)")) {
            set.setString(1, tenant.toString());
            set.execute();
        }
    }
}
