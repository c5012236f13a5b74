package io.onhand.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the program's roles where the owner may create roles. Their passwords are derived from the
 * owner's, so that any number of programs agree on them without telling each other.
 */
final class RoleStatements {

    /** Programs that make one role at the same moment overtake each other at most this often. */
    private static final int TRIES_MAX = 10;

    private static final int VALID_WAIT_SECONDS = 5;
    private static final int SUFFIX_LENGTH = 8;
    private static final String FORBIDDEN = "42501";

    private RoleStatements() {}

    /** The login of each role: as set, or the one that this program makes. */
    static Map<DatabaseRole, Login> logins(DatabaseSettings settings, DatabaseServer server) {
        var logins = new EnumMap<DatabaseRole, Login>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            Login set = settings.of(role);
            logins.put(role, set != null ? set : made(server, role));
        }
        return logins;
    }

    private static Login made(DatabaseServer server, DatabaseRole role) {
        Login owner = server.owner();
        if (owner == null) {
            throw new StartRefused(
                    "There is no login for the database role '" + role.word() + "'.",
                    "Set ONHAND_DATABASE_"
                            + role.name()
                            + "_USERNAME and _PASSWORD, or ONHAND_DATABASE_OWNER_USERNAME and"
                            + " _PASSWORD.");
        }
        for (String name : names(owner, role)) {
            Login login = new Login(name, hmac(owner.password(), name));
            if (make(server.url(), owner, login)) {
                return login;
            }
        }
        throw new StartRefused(
                "The database role " + role.defaultName() + " belongs to somebody else.",
                "Name the logins by ONHAND_DATABASE_<APP|LEDGER|SYSTEM|DOOR>_USERNAME and"
                        + " _PASSWORD; docs/operate/roles.sql makes them.");
    }

    /**
     * Roles belong to the whole server. Where another installation has the plain name, ours carries
     * a mark of its owner.
     */
    private static List<String> names(Login owner, DatabaseRole role) {
        String mark = hmac("role", owner.username()).substring(0, SUFFIX_LENGTH);
        return List.of(role.defaultName(), role.defaultName() + "_" + mark);
    }

    /**
     * Several programs may do this at the same moment: whoever finds the login working is done, and
     * whoever was overtaken looks again.
     *
     * @return whether the login works; false when the role is there and not ours to change
     */
    private static boolean make(String url, Login owner, Login login) {
        for (int tries = 1; !works(url, login); tries++) {
            try (Connection connection = FirstConnection.open(url, owner)) {
                boolean there = roleExists(connection, login.username());
                try {
                    makeLogin(connection, login, there);
                } catch (SQLException e) {
                    if (there && FORBIDDEN.equals(e.getSQLState())) {
                        return false;
                    }
                    throw e;
                }
            } catch (SQLException e) {
                if (tries == TRIES_MAX || FORBIDDEN.equals(e.getSQLState())) {
                    throw new StartRefused(
                            "The login "
                                    + owner.username()
                                    + " cannot make the database role "
                                    + login.username()
                                    + ": "
                                    + e.getMessage(),
                            "Give it CREATEROLE, or run docs/operate/roles.sql and name the logins"
                                    + " by ONHAND_DATABASE_<APP|LEDGER|SYSTEM|DOOR>_USERNAME and"
                                    + " _PASSWORD.",
                            e);
                }
            }
        }
        return true;
    }

    private static boolean works(String url, Login login) {
        try (Connection connection =
                DriverManager.getConnection(url, login.username(), login.password())) {
            return connection.isValid(VALID_WAIT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void makeLogin(Connection connection, Login login, boolean there)
            throws SQLException {
        execute(
                connection,
                (there ? "alter" : "create")
                        + " role "
                        + quoted(login.username())
                        + " login password "
                        + literal(login.password()));
    }

    /** Makes the owner and its database on a fresh server, as its superuser. */
    static void makeOwnerAndDatabase(String superuserUrl, Login owner, String database) {
        try (Connection connection = DriverManager.getConnection(superuserUrl)) {
            if (!roleExists(connection, owner.username())) {
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

    private static boolean roleExists(Connection connection, String name) throws SQLException {
        return exists(connection, "select 1 from pg_roles where rolname = ?", name);
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
