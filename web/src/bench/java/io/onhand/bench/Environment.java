package io.onhand.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;

/** Under what the figures of a run were measured. */
final class Environment {

    private static final int WRITES = 200;
    private static final int BLOCK = 8 * 1024;
    private static final double NANOS_PER_MS = 1e6;

    private Environment() {}

    /** Writes the record of the world as it is now. */
    static void write(BenchWorld world) {
        try (var connection = world.server().connectAsSuperuser()) {
            var queries = new EnvironmentQueries(connection);
            JsonLines.write(
                    "environment",
                    JsonLines.map(
                            "commit", git("rev-parse", "HEAD"),
                            "changed", !git("status", "--porcelain").isEmpty(),
                            "java", Runtime.version().toString(),
                            "processors", Runtime.getRuntime().availableProcessors(),
                            "fdatasyncMs", fdatasync(),
                            "database", queries.version(),
                            "settings", queries.settings(),
                            "isolation",
                                    Map.of(
                                            "program", "read committed (ledger pool)",
                                            "naive", "read committed",
                                            "copy", "read committed"),
                            "rows", queries.rows(),
                            "megabytes", queries.megabytes()));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String git(String... arguments) throws IOException {
        var command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** What a commit waits for at least. */
    private static Map<String, Object> fdatasync() throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "fdatasync", "");
        var nanos = new long[WRITES];
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(BLOCK), 0);
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        } finally {
            Files.delete(file);
        }
        return JsonLines.map(
                "p50", Spread.rounded(Spread.percentile(nanos, 0.5) / NANOS_PER_MS),
                "p99", Spread.rounded(Spread.percentile(nanos, 0.99) / NANOS_PER_MS));
    }
}
