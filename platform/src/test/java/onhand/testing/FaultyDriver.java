package onhand.testing;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of PostgreSQL's driver and breaks every transaction of the program in the way
 * that {@code -Donhand.test.faults} names, so that the tests tell whether anybody notices:
 *
 * <ul>
 *   <li>{@code lost-race}: the first try loses a race (40001) at a statement, the second at commit
 *   <li>{@code lost-answer}: the ledger's connection breaks after each first commit
 * </ul>
 */
final class FaultyDriver implements Driver {

    private final Driver postgres;
    private final TransactionFault fault;

    private FaultyDriver(Driver postgres, TransactionFault fault) {
        this.postgres = postgres;
        this.fault = fault;
    }

    /** Puts itself in front where faults are asked for; otherwise nothing changes. */
    static void installIfAskedFor() {
        TransactionFault fault =
                switch (System.getProperty("onhand.test.faults", "")) {
                    case "" -> null;
                    case "lost-race" -> new LostRace();
                    case "lost-answer" -> new LostAnswer();
                    default -> throw new IllegalArgumentException("onhand.test.faults");
                };
        if (fault == null) {
            return;
        }
        try {
            for (Driver driver : Collections.list(DriverManager.getDrivers())) {
                if (driver instanceof org.postgresql.Driver) {
                    DriverManager.deregisterDriver(driver);
                    DriverManager.registerDriver(new FaultyDriver(driver, fault));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        Connection connection = postgres.connect(url, info);
        String user = info.getProperty("user", "");
        if (connection == null || !fault.concerns(user)) {
            return connection;
        }
        return FaultyConnection.of(connection, fault);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return postgres.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return postgres.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return postgres.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return postgres.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return postgres.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("onhand.testing");
    }
}
