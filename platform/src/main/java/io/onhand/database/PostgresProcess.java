package io.onhand.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server process that an earlier program left behind on a data directory. */
final class PostgresProcess {

    private static final Duration FAST_STOP = Duration.ofSeconds(15);
    private static final Duration HARD_STOP = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MS = 50;

    private PostgresProcess() {}

    /**
     * Stops what still runs on the directory. Only its holder of the lock may call this: the
     * server's own program is gone then.
     */
    static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = named(pidFile);
        if (process.isEmpty()) {
            return;
        }
        if (!isServerOf(process.get(), data)) {
            // The number was given to another process since; the server would wait for that one.
            Files.delete(pidFile);
            return;
        }
        stop(process.get(), data);
    }

    /** Whether the server of this directory runs. */
    static boolean runsOn(Path data) {
        try {
            Path pidFile = data.resolve("postmaster.pid");
            return Files.exists(pidFile) && named(pidFile).isPresent();
        } catch (IOException | NumberFormatException e) {
            // The file goes while it is read, or is being written: the next look tells.
            return true;
        }
    }

    private static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(PostgresProcess::runs);
    }

    private static boolean isServerOf(ProcessHandle process, Path data) {
        var info = process.info();
        boolean postgres = info.command().filter(c -> c.contains("postgres")).isPresent();
        boolean here =
                info.arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true);
        return postgres && here;
    }

    private static void stop(ProcessHandle process, Path data) throws IOException {
        interrupt(process);
        if (waitFor(process, FAST_STOP)) {
            return;
        }
        process.destroyForcibly();
        if (!waitFor(process, HARD_STOP)) {
            throw new StartRefused(
                    "A database server (process "
                            + process.pid()
                            + ") still runs on "
                            + data
                            + " and does not stop.",
                    "End that process and start again.");
        }
    }

    /** SIGINT is the server's fast stop: it ends its sessions and does not wait for them. */
    private static void interrupt(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
            return;
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    }

    private static boolean waitFor(ProcessHandle process, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** A dead process whose parent has not asked for it yet does not run. */
    private static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return process.isAlive();
        }
    }
}
