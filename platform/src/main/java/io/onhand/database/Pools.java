package io.onhand.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A small pool of connections for each role. */
class Pools implements AutoCloseable {

    /** Long enough for a thousand requests at once, short enough to tell of an outage. */
    private static final long CONNECTION_WAIT_MS = 10_000;

    private static final long CONNECTION_LIFE_MS = 300_000;

    private final Map<DatabaseRole, HikariDataSource> pools = new EnumMap<>(DatabaseRole.class);

    Pools(String url, Map<DatabaseRole, Login> logins) {
        logins.forEach((role, login) -> pools.put(role, open(url, role, login)));
    }

    HikariDataSource of(DatabaseRole role) {
        return Objects.requireNonNull(pools.get(role), "every role has a pool");
    }

    private static HikariDataSource open(String url, DatabaseRole role, Login login) {
        var config = new HikariConfig();
        config.setPoolName("onhand-" + role.word());
        config.setJdbcUrl(url);
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(role.connections());
        config.setMinimumIdle(role.connections());
        config.setTransactionIsolation(role.isolation());
        config.setConnectionTimeout(CONNECTION_WAIT_MS);
        config.setMaxLifetime(CONNECTION_LIFE_MS);
        config.addDataSourceProperty("ApplicationName", "onhand-" + role.word());
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StartRefused(
                    "The database at "
                            + FirstConnection.address(url)
                            + " gives no connection to the login "
                            + login.username()
                            + ": "
                            + e.getMessage(),
                    "Correct the login in ONHAND_DATABASE_*_USERNAME and _PASSWORD; see"
                            + " docs/operate/database.md.",
                    e);
        }
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
