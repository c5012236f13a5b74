package io.onhand.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL of the bench's own, as durable as PostgreSQL is by default. It trusts loopback, so
 * that the bench may connect as any of the program's roles.
 */
final class BenchServer implements AutoCloseable {

    static final String OWNER = "onhand_bench_owner";
    static final String PASSWORD = "onhand-bench";

    private final Path data;
    private final EmbeddedPostgres postgres;

    private BenchServer(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
    }

    static BenchServer start() {
        Path home = Path.of("target", "bench-postgres").toAbsolutePath();
        try {
            Files.createDirectories(home);
            // the shared world's server runs until the process ends, beside others
            Path data = Files.createTempDirectory(home, "data-");
            var postgres =
                    EmbeddedPostgres.builder()
                            .setOverrideWorkingDirectory(home.toFile())
                            .setDataDirectory(data)
                            .setCleanDataDirectory(true)
                            .setLocaleConfig("locale", "C.UTF-8")
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("shared_buffers", "2GB")
                            .setServerConfig("max_wal_size", "4GB")
                            .setServerConfig("checkpoint_timeout", "15min")
                            .setServerConfig("max_connections", "100")
                            .setServerConfig("unix_socket_directories", "''")
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .start();
            var server = new BenchServer(data, postgres);
            WorldStatements.makeOwner(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of the program's database, without user. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/onhand";
    }

    /** A connection to the program's database. */
    Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(url() + "?prepareThreshold=1&user=" + user);
    }

    /** A connection as superuser, which sees the rows of all tenants. */
    Connection connectAsSuperuser() throws SQLException {
        return connect("postgres");
    }

    /** A connection to the server's own database, before there is one of the program. */
    Connection connectToServer() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres");
    }

    /** The process that all others of the server are children of. */
    long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
