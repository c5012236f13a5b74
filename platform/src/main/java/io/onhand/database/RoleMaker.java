package io.onhand.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the program's roles where the owner may create roles. Their passwords are derived from the
 * owner's, so that any number of programs agree on them without telling each other.
 */
final class RoleMaker {

    private RoleMaker() {}

    /** The login of each role: as set, or the one that this program makes. */
    static Map<DatabaseRole, Login> logins(DatabaseSettings settings, DatabaseServer server) {
        var logins = new EnumMap<DatabaseRole, Login>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            Login set = settings.of(role);
            logins.put(role, set != null ? set : derived(server, role));
        }
        return logins;
    }

    private static Login derived(DatabaseServer server, DatabaseRole role) {
        Login owner = server.owner();
        if (owner == null) {
            throw new IllegalStateException(
                    "no login for the database role '"
                            + role.word()
                            + "': set ONHAND_DATABASE_"
                            + role.name()
                            + "_USERNAME and _PASSWORD, or ONHAND_DATABASE_OWNER_USERNAME and _PASSWORD");
        }
        return new Login(role.defaultName(), hmac(owner.password(), role.defaultName()));
    }

    /**
     * Makes the roles that the settings do not name; what exists gets the derived password again.
     */
    static void makeRoles(DatabaseSettings settings, DatabaseServer server) {
        Login owner = server.owner();
        if (owner == null) {
            return;
        }
        try (Connection connection =
                DriverManager.getConnection(server.url(), owner.username(), owner.password())) {
            for (DatabaseRole role : DatabaseRole.values()) {
                if (settings.of(role) == null) {
                    makeLogin(connection, derived(server, role));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the database roles could not be made by "
                            + owner.username()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Makes the owner and its database on a fresh server, as its superuser. */
    static void makeOwnerAndDatabase(String superuserUrl, Login owner, String database) {
        try (Connection connection = DriverManager.getConnection(superuserUrl)) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", owner.username())) {
                execute(
                        connection,
                        "create role "
                                + quoted(owner.username())
                                + " login createrole password "
                                + literal(owner.password()));
            }
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(
                        connection,
                        "create database "
                                + quoted(database)
                                + " owner "
                                + quoted(owner.username()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the embedded database could not be prepared: " + e.getMessage(), e);
        }
    }

    private static void makeLogin(Connection connection, Login login) throws SQLException {
        boolean there =
                exists(connection, "select 1 from pg_roles where rolname = ?", login.username());
        execute(
                connection,
                (there ? "alter" : "create")
                        + " role "
                        + quoted(login.username())
                        + " login password "
                        + literal(login.password()));
    }

    private static boolean exists(Connection connection, String question, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Statements that make roles take no parameters; names and passwords come from settings, never
     * from a request.
     */
    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }
}
