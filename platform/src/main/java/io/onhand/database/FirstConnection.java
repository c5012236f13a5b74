package io.onhand.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The first connection of a start. A database that is just starting itself is waited for; one that
 * is not there, or refuses the login, is told about.
 */
final class FirstConnection {

    private static final Duration WAIT = Duration.ofSeconds(15);
    private static final long TRY_EVERY_MS = 300;

    private FirstConnection() {}

    static Connection open(String url, Login login) {
        long end = System.nanoTime() + WAIT.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url, login.username(), login.password());
            } catch (SQLException e) {
                if (!mayPass(e) || System.nanoTime() > end) {
                    throw refused(url, login, e);
                }
            }
            pause();
        }
    }

    /** Class 08: nobody listens, or not any more; 57P03: the server is starting. */
    private static boolean mayPass(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.equals("57P03"));
    }

    private static StartRefused refused(String url, Login login, SQLException e) {
        if (mayPass(e)) {
            return new StartRefused(
                    "The database at " + address(url) + " does not answer: " + e.getMessage(),
                    "Start it, or correct ONHAND_DATABASE_URL.",
                    e);
        }
        return new StartRefused(
                "The database at "
                        + address(url)
                        + " refuses the login "
                        + login.username()
                        + ": "
                        + e.getMessage(),
                "Correct the login in ONHAND_DATABASE_*_USERNAME and _PASSWORD; see"
                        + " docs/operate/database.md.",
                e);
    }

    /** Parameters of an address may hold secrets. */
    static String address(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static void pause() {
        try {
            Thread.sleep(TRY_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database", e);
        }
    }
}
