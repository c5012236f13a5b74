package io.onhand.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What a program needs to know to use this one. */
    Map<String, String> settings() {
        return Map.of(
                "ONHAND_DATABASE_URL", url(),
                "ONHAND_DATABASE_OWNER_USERNAME", OWNER,
                "ONHAND_DATABASE_OWNER_PASSWORD", PASSWORD);
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

    /** SIGKILL to all of the server's processes, then the same again on the same data and port. */
    void killAndStartAgain() throws Exception {
        ProcessHandle main = postmaster().orElseThrow();
        // It makes no more of them while they are counted.
        new ProcessBuilder("kill", "-STOP", Long.toString(main.pid())).start().waitFor();
        List<ProcessHandle> all = Stream.concat(Stream.of(main), main.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) {
            Postmaster.awaitEnd(one);
        }
        int port = server.getPort();
        server.close();
        server = start(port);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        return Postmaster.of(home.resolve("data"));
    }

    /** Returns when the server writes to its directory no more. */
    @Override
    public void close() throws IOException, InterruptedException {
        Optional<ProcessHandle> main = postmaster();
        server.close();
        if (main.isPresent()) {
            Postmaster.awaitEnd(main.get());
        }
    }
}
