package io.onhand.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL that lives and ends with the program, its data under the data directory. It keeps
 * what it acknowledged: fsync is on.
 *
 * <p>Local users may connect as its superuser (it trusts the loopback interface): it is for trying
 * out and for tests.
 */
class EmbeddedDatabase implements DatabaseServer, AutoCloseable {

    static final String DATABASE = "onhand";

    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    EmbeddedDatabase(Path home) throws IOException {
        this.postgres =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(home.resolve("bin").toFile())
                        .setDataDirectory(home.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("unix_socket_directories", "''")
                        .setPGStartupWait(START_WAIT)
                        .start();
        RoleMaker.makeOwnerAndDatabase(superuserUrl("postgres"), owner(), DATABASE);
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
        postgres.close();
    }
}
