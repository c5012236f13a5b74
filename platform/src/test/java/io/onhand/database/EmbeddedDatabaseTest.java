package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Duration STARTED_AGAIN_WITHIN = Duration.ofSeconds(60);

    /** It ends by itself, also when nobody ends it. */
    private static final String COMPUTES =
            "set statement_timeout = '90s'; do $$ begin loop end loop; end $$";

    @TempDir Path home;

    @Test
    void aSessionThatComputesDoesNotKeepADeadServerFromStartingAgain() throws Exception {
        try (var database = new EmbeddedDatabase(home)) {
            var ended = CompletableFuture.runAsync(() -> compute(database));
            await().atMost(STARTED_AGAIN_WITHIN).until(() -> computes(database));

            String pid = Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst();
            ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();

            await().atMost(STARTED_AGAIN_WITHIN)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(computes(database)).isFalse());
            await().atMost(STARTED_AGAIN_WITHIN).until(ended::isCompletedExceptionally);
        }
    }

    private static void compute(EmbeddedDatabase database) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(COMPUTES);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean computes(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select from pg_stat_activity where query like '%loop end loop%'"
                                        + " and pid <> pg_backend_pid()")) {
            return rows.next();
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        Login owner = database.owner();
        return DriverManager.getConnection(database.url(), owner.username(), owner.password());
    }
}
