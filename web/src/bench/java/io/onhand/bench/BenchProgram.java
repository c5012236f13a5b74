package io.onhand.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as it is shipped, in a process of its own, without demo and rate limits. */
final class BenchProgram implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MS = 100;
    private static final long STOP_SECONDS_MAX = 25;

    private final Process process;
    private final int port;

    private BenchProgram(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param folder of its own below target
     */
    static BenchProgram start(BenchServer server, String folder) {
        return start(server, folder, Map.of());
    }

    /**
     * @param settings of its own, by the names of the environment
     */
    static BenchProgram start(BenchServer server, String folder, Map<String, String> settings) {
        Path home = Path.of("target", folder).toAbsolutePath();
        try {
            Files.createDirectories(home);
            Path portFile = home.resolve("onhand.port");
            Files.deleteIfExists(portFile);
            var builder = new ProcessBuilder(command()).redirectErrorStream(true);
            builder.redirectOutput(home.resolve("program.log").toFile());
            builder.environment().put("SERVER_PORT", "0");
            builder.environment().put("ONHAND_DATA_DIR", home.toString());
            builder.environment().put("ONHAND_DEMO", "false");
            builder.environment().put("ONHAND_DEMO_TRAFFIC", "false");
            builder.environment().put("ONHAND_LIMITS", "off");
            builder.environment().put("ONHAND_DATABASE_URL", server.url());
            builder.environment().put("ONHAND_DATABASE_OWNER_USERNAME", BenchServer.OWNER);
            builder.environment().put("ONHAND_DATABASE_OWNER_PASSWORD", BenchServer.PASSWORD);
            builder.environment().putAll(settings);
            Process process = builder.start();
            return new BenchProgram(process, port(process, portFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing of the tests is on its class path; a recording of where time goes if asked for. */
    private static List<String> command() {
        String path =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .filter(entry -> !entry.endsWith("-tests.jar"))
                        .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        if (Boolean.getBoolean("bench.jfr")) {
            command.add(
                    "-XX:StartFlightRecording=settings=profile,filename="
                            + Path.of("target", "bench.jfr").toAbsolutePath());
        }
        command.addAll(List.of("-cp", path, "io.onhand.Application"));
        return command;
    }

    private static int port(Process process, Path file) throws IOException {
        long end = System.nanoTime() + START_MAX.toNanos();
        while (!Files.exists(file)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the program does not start; see program.log in " + file.getParent());
            }
            pause();
        }
        return Integer.parseInt(Files.readString(file).strip());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
