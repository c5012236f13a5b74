package io.onhand.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The two databases that one SQL text serves. What differs between them is here and in their
 * migration folders.
 */
enum Dialect {
    POSTGRESQL("postgresql"),
    COCKROACHDB("cockroachdb");

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** Asks the database what it is. */
    static Dialect of(String url, Login login) {
        try (Connection connection =
                        DriverManager.getConnection(url, login.username(), login.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select version()")) {
            row.next();
            return row.getString(1).startsWith("CockroachDB") ? COCKROACHDB : POSTGRESQL;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the database at " + url + " does not answer: " + e.getMessage(), e);
        }
    }
}
