package onhand.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker in a process of its own, on loopback, where {@code -Donhand.test.relay=kafka} asks
 * for it; one for all tests of a run. Its jars are those of {@code tools/kafka-broker}.
 */
public final class Broker {

    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MS = 100;
    private static final int CONNECT_MS_MAX = 500;

    private static @Nullable Broker shared;

    private final Path folder;
    private final int port = freePort();
    private @Nullable Process process;

    private Broker(Path folder) {
        this.folder = folder;
    }

    /** The broker of this run, started by whoever asks first; empty where nobody asked for one. */
    public static synchronized Optional<Broker> ofThisRun() {
        if (!System.getProperty("onhand.test.relay", "").equals("kafka")) {
            return Optional.empty();
        }
        if (shared == null) {
            var broker = new Broker(Path.of("target", "kafka", UUID.randomUUID().toString()));
            broker.format();
            broker.start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::kill));
            shared = broker;
        }
        return Optional.of(shared);
    }

    /**
     * What a program needs to use it.
     *
     * @param topic of its own for each database
     */
    String[] settings(String topic) {
        return new String[] {
            "onhand.relay=kafka",
            "onhand.kafka.bootstrap-servers=127.0.0.1:" + port,
            "onhand.kafka.topic=" + topic,
            "onhand.kafka.partitions=8"
        };
    }

    private void format() {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("server.properties"), properties());
            var id = "-t=4L6g3nShT-eMCtK--X86sw";
            if (java("kafka.tools.StorageTool", "format", id, "-c", configuration()).waitFor()
                    != 0) {
                throw new IllegalStateException("see " + folder.resolve("broker.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String properties() {
        int controller = freePort();
        return """
        process.roles=broker,controller
        node.id=1
        listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
        advertised.listeners=PLAINTEXT://127.0.0.1:%d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
        controller.quorum.voters=1@127.0.0.1:%d
        log.dirs=%s
        auto.create.topics.enable=false
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        """
                .formatted(
                        port,
                        controller,
                        port,
                        controller,
                        folder.resolve("data").toAbsolutePath());
    }

    private String configuration() {
        return folder.resolve("server.properties").toAbsolutePath().toString();
    }

    /** Starts it, with what it had, and waits until it listens. */
    public void start() {
        long end = System.nanoTime() + START_MAX.toNanos();
        Process started = java("kafka.Kafka", configuration());
        process = started;
        while (!listens()) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "the broker does not start; see " + folder.resolve("broker.log"));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Ends its process as a broken machine would. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS_MAX);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Process java(String... command) {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        jars() + "/*");
        builder.command().addAll(List.of(command));
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jars() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path jars = at.resolve(Path.of("tools", "kafka-broker", "target", "lib"));
            if (Files.isDirectory(jars)) {
                return jars;
            }
        }
        throw new IllegalStateException("no tools/kafka-broker/target/lib: build with -P kafka");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
