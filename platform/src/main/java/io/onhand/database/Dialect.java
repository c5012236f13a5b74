package io.onhand.database;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two databases that one SQL text serves. What differs between them is here and in their
 * migration folders.
 */
enum Dialect {
    POSTGRESQL("postgresql"),
    COCKROACHDB("cockroachdb");

    private static final Pattern COCKROACH =
            Pattern.compile("CockroachDB.* v(\\d+)\\.(\\d+)\\.(\\d+).*");
    private static final int[] COCKROACH_MIN = {25, 2, 2};

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** Asks the database what it is. */
    static Dialect of(String url, Login login) {
        try (var connection = FirstConnection.open(url, login);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select version()")) {
            row.next();
            return ofVersion(row.getString(1));
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database at "
                            + FirstConnection.address(url)
                            + " does not say its version: "
                            + e.getMessage(),
                    "Onhand runs on PostgreSQL 18 and on CockroachDB 25.2.2 or later.",
                    e);
        }
    }

    /**
     * What a version text names.
     *
     * @throws StartRefused for a CockroachDB that may show one tenant's rows to another
     */
    static Dialect ofVersion(String version) {
        Matcher cockroach = COCKROACH.matcher(version);
        if (!cockroach.matches()) {
            return POSTGRESQL;
        }
        for (int part = 0; part < COCKROACH_MIN.length; part++) {
            int difference = Integer.parseInt(cockroach.group(part + 1)) - COCKROACH_MIN[part];
            if (difference > 0) {
                break;
            }
            if (difference < 0) {
                // Before, a prepared statement could keep the tenant of an earlier execution.
                throw new StartRefused(
                        "The database is "
                                + version
                                + ", and CockroachDB before 25.2.2 may mix up"
                                + " tenants.",
                        "Upgrade CockroachDB to 25.2.2 or later.");
            }
        }
        return COCKROACHDB;
    }
}
