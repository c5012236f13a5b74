package onhand.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database under the tests: the one that {@code ONHAND_TEST_DATABASE_URL} names (its user may
 * create databases and roles), a CockroachDB in a container ({@code -P cockroach}), or an embedded
 * PostgreSQL, one server per test run. Each call of {@link #fresh} makes an empty database.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String OWNER = "onhand_test_owner";
    private static final String PASSWORD = "onhand-test";

    /** A guard for whatever a test on a database awaits: a slow machine takes its time. */
    private static final Duration AWAITED_MAX = Duration.ofSeconds(60);

    private static String server = "";

    static {
        Awaitility.setDefaultTimeout(AWAITED_MAX);
        FaultyDriver.installIfAskedFor();
    }

    private TestDatabase() {}

    /**
     * Where an empty database is.
     *
     * @param url its JDBC address, without user
     */
    public record Address(String url, String username, String password) {

        /** The same as settings of the program. */
        public String[] settings() {
            String name = url.substring(url.lastIndexOf('/') + 1);
            String[] settings = {
                "onhand.database.url=" + url,
                "onhand.database.owner.username=" + username,
                "onhand.database.owner.password=" + password,
                "onhand.data.dir=target/test-data/" + name
            };
            return Broker.ofThisRun()
                    .map(broker -> broker.settings(name))
                    .map(more -> Stream.of(settings, more).flatMap(Stream::of))
                    .map(all -> all.toArray(String[]::new))
                    .orElse(settings);
        }
    }

    /** Makes an empty database, owned by a login that may create roles and is no superuser. */
    public static Address fresh() {
        return fresh(OWNER, PASSWORD);
    }

    /** The same for a second installation on the server, with an owner of its own. */
    public static Address freshOfAnotherOwner() {
        return fresh(OWNER + "_2", PASSWORD + "-2");
    }

    /** Speaks as the owner of the program's tables, who alone may do what no part of it does. */
    public static JdbcClient owner(Environment program) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        program.getRequiredProperty("onhand.database.url"),
                        program.getRequiredProperty("onhand.database.owner.username"),
                        program.getRequiredProperty("onhand.database.owner.password")));
    }

    private static synchronized Address fresh(String owner, String password) {
        String admin = server();
        String name = "t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(admin);
                var statement = connection.createStatement()) {
            try (var row =
                    statement.executeQuery(
                            "select 1 from pg_roles where rolname = '" + owner + "'")) {
                if (!row.next()) {
                    statement.execute(
                            "create role "
                                    + owner
                                    + " login createrole password '"
                                    + password
                                    + "'");
                }
            }
            statement.execute("create database " + name + " owner " + owner);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database at " + admin, e);
        }
        return new Address(admin.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name), owner, password);
    }

    private static String server() {
        if (server.isEmpty()) {
            server =
                    Optional.ofNullable(System.getenv("ONHAND_TEST_DATABASE_URL"))
                            .orElseGet(
                                    CockroachServer.isAskedFor()
                                            ? CockroachServer::start
                                            : TestDatabase::start);
        }
        return server;
    }

    private static String start() {
        Path home = Path.of("target", "test-postgres").toAbsolutePath();
        try {
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(home.toFile())
                            .setLocaleConfig("locale", "C.UTF-8")
                            .setServerConfig("max_connections", "300")
                            .setServerConfig("unix_socket_directories", "''")
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .start();
            return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
