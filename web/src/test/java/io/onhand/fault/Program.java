package io.onhand.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program as people start it: {@code bin/onhand}, a process of its own that can be killed. */
final class Program implements AutoCloseable {

    private static final Path SCRIPT = Path.of("target/onhand/bin/onhand").toAbsolutePath();
    static final Duration READY_WAIT = Duration.ofSeconds(150);

    private final Path home;
    private final Map<String, String> settings;
    private @Nullable Process process;

    /** A program with the database that it brings itself. */
    Program(Path home) {
        this(home, Map.of());
    }

    Program(Path home, ServerProcess database) {
        this(home, database, Map.of());
    }

    /** A program with settings of its own beside those of every program here. */
    Program(Path home, ServerProcess database, Map<String, String> settings) {
        this(home, both(database.settings(), settings));
    }

    private Program(Path home, Map<String, String> settings) {
        this.home = home;
        this.settings = settings;
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    void start() {
        var builder = new ProcessBuilder(SCRIPT.toString());
        var environment = builder.environment();
        environment.put("ONHAND_JAVA_HOME", System.getProperty("java.home"));
        environment.put("ONHAND_JAVA_OPTS", "-Xmx512m");
        environment.put("SERVER_PORT", "0");
        environment.put("ONHAND_DATA_DIR", home.toString());
        environment.put("ONHAND_DEMO_TRAFFIC", "false");
        environment.put("ONHAND_LIMITS", "off");
        environment.putAll(settings);
        try {
            Files.createDirectories(home);
            // What the killed one left would look like the new one's.
            Files.deleteIfExists(home.resolve("onhand.pid"));
            Path log = home.resolve("program.log");
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the process file and the answer; tells the log's end when neither comes. */
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + READY_WAIT.toNanos();
        while (!ready()) {
            Process running = process;
            if (running == null || !running.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the program is not ready: " + endOfLog());
            }
            Thread.sleep(100);
        }
    }

    boolean ready() {
        if (!Files.exists(home.resolve("onhand.pid"))) {
            return false;
        }
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its address; while it is down, that of its last life. */
    String url() throws IOException {
        return "http://127.0.0.1:" + Files.readString(home.resolve("onhand.port")).strip();
    }

    /** SIGKILL: no goodbye to clients or database. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Waits until it ends by itself; its exit code. */
    int awaitEnd() throws InterruptedException {
        Process running = process;
        if (running == null || !running.waitFor(READY_WAIT)) {
            throw new IllegalStateException("the program does not end: " + endOfLog());
        }
        return running.exitValue();
    }

    String endOfLog() {
        try {
            var lines = Files.readAllLines(home.resolve("program.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
