package io.onhand.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL of the test's own that two programs share, durable as in production. */
final class ServerProcess implements AutoCloseable {

    static final String OWNER = "onhand_owner";
    static final String PASSWORD = "owner-of-the-fault-suite";

    private final Path home;
    private EmbeddedPostgres server;

    ServerProcess(Path home) throws IOException, SQLException {
        this.home = home;
        this.server = start(0);
        String admin =
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
        try (var connection = DriverManager.getConnection(admin);
                var statement = connection.createStatement()) {
            statement.execute(
                    "create role " + OWNER + " login createrole password '" + PASSWORD + "'");
            statement.execute("create database onhand owner " + OWNER);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "''")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log()))
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private java.io.File log() throws IOException {
        Files.createDirectories(home);
        return home.resolve("server.log").toFile();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/onhand";
    }

    /** Rows of a table as its owner sees them; none while there is no such table. */
    long count(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), OWNER, PASSWORD);
                var statement = connection.createStatement();
                var exists = statement.executeQuery("select to_regclass('" + table + "')")) {
            exists.next();
            if (exists.getString(1) == null) {
                return 0;
            }
            try (var rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Nobody writes to a table as long as this is open. */
    Connection lock(String table) throws SQLException {
        Connection connection = DriverManager.getConnection(url(), OWNER, PASSWORD);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in exclusive mode");
        }
        return connection;
    }

    /** SIGKILL to the server's main process, then the same again on the same data and port. */
    void killAndStartAgain() throws IOException, InterruptedException {
        String pid = Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst().strip();
        ProcessHandle main = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        main.destroyForcibly();
        // Its children notice its death by themselves; their shared memory must be free.
        Thread.sleep(1_000);
        int port = server.getPort();
        server.close();
        server = start(port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
