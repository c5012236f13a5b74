package io.onhand.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL that lives and ends with the program, its data under the data directory. It keeps
 * what it acknowledged: fsync is on. If the server dies alone it is started again on its port.
 *
 * <p>Local users may connect as its superuser (it trusts the loopback interface): it is for trying
 * out and for tests.
 */
class EmbeddedDatabase implements DatabaseServer, AutoCloseable {

    static final String DATABASE = "onhand";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Duration RESTART_WAIT = Duration.ofSeconds(25);
    private static final long LOOK_EVERY_MS = 300;
    private static final int ANY_PORT = 0;
    private static final int EXIT_WITHOUT_DATABASE = 70;

    private final Path home;
    private final Path data;
    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("embedded-database").factory());
    private EmbeddedPostgres postgres;
    private boolean closing;

    EmbeddedDatabase(Path home) throws IOException {
        this.home = home;
        this.data = home.resolve("data");
        UserNamespaces.require();
        Files.createDirectories(home);
        PostgresProcess.stopOrphan(data);
        removeHalfMade();
        try {
            this.postgres = start(ANY_PORT, START_WAIT);
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    "The embedded database did not start: " + e.getMessage(),
                    "Its log is "
                            + serverLog()
                            + "; or name a database of your own by ONHAND_DATABASE_URL.",
                    e);
        }
        if (!Files.exists(madeMark())) {
            Files.createFile(madeMark());
        }
        RoleStatements.makeOwnerAndDatabase(superuserUrl("postgres"), owner(), DATABASE);
        watcher.scheduleWithFixedDelay(
                this::watch, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** A directory whose making was interrupted holds nothing yet and cannot be started. */
    private void removeHalfMade() throws IOException {
        if (Files.exists(data) && !Files.exists(madeMark())) {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private Path madeMark() {
        return home.resolve("made");
    }

    private Path serverLog() {
        return home.resolve("server.log");
    }

    private EmbeddedPostgres start(int port, Duration wait) throws IOException {
        Files.createDirectories(data);
        PostgresProcess.endSessions(data);
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "''")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(serverLog().toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(serverLog().toFile()))
                .setPGStartupWait(wait)
                .start();
    }

    private void watch() {
        if (!PostgresProcess.runsOn(data)) {
            startAgain();
        }
    }

    private void startAgain() {
        lock.lock();
        try {
            if (closing) {
                return;
            }
            log.warn("The embedded database died and is started again; see {}", serverLog());
            int port = postgres.getPort();
            closeQuietly();
            postgres = start(port, RESTART_WAIT);
            log.warn("The embedded database runs again");
        } catch (IOException | RuntimeException e) {
            log.error("The embedded database does not start again; the program ends", e);
            // Not from this thread: the exit closes this object.
            Thread.ofPlatform().start(() -> System.exit(EXIT_WITHOUT_DATABASE));
            watcher.shutdown();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the directory back; there is no server to stop any more. */
    private void closeQuietly() {
        try {
            postgres.close();
        } catch (IOException e) {
            log.debug("The dead server could not be closed", e);
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
    }

    @Override
    public Login owner() {
        return new Login("onhand_owner", "onhand-embedded");
    }

    private String superuserUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + postgres.getPort()
                + "/"
                + database
                + "?user=postgres";
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closing = true;
            watcher.shutdownNow();
            postgres.close();
        } finally {
            lock.unlock();
        }
    }
}
