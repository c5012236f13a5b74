package io.onhand.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What an earlier program, or a server that died, left running on a data directory. */
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
        Optional<ProcessHandle> process = settled(pidFile);
        if (process.isEmpty()) {
            return;
        }
        if (!isServerOf(process.get(), data)) {
            // The number was given to another process since; the server would wait for that one.
            Files.deleteIfExists(pidFile);
            return;
        }
        stop(process.get(), data);
    }

    /**
     * Ends the sessions of a server that died. One that computes notices the death late, and no new
     * server starts while one of them lives. They are found where there is {@code /proc}.
     */
    static void endSessions(Path data) throws IOException {
        Path real = data.toRealPath();
        List<ProcessHandle> sessions =
                ProcessHandle.allProcesses().filter(one -> worksIn(one, real)).toList();
        sessions.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle session : sessions) {
            if (!waitFor(session, HARD_STOP)) {
                throw stillRuns(session, data);
            }
        }
    }

    /** All processes of a server have its data directory as their working directory. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return isPostgres(process) && workingDirectory(process).equals(data);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path workingDirectory(ProcessHandle process) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(c -> c.contains("postgres")).isPresent();
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

    /** The process that the file names, also while the file is being written or taken away. */
    private static Optional<ProcessHandle> settled(Path pidFile) throws IOException {
        long end = System.nanoTime() + HARD_STOP.toNanos();
        while (Files.exists(pidFile)) {
            try {
                return named(pidFile);
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (NumberFormatException e) {
                if (System.nanoTime() > end) {
                    return Optional.empty();
                }
                LockSupport.parkNanos(Duration.ofMillis(LOOK_EVERY_MS).toNanos());
            }
        }
        return Optional.empty();
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
        boolean here =
                process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true);
        return isPostgres(process) && here;
    }

    private static void stop(ProcessHandle process, Path data) throws IOException {
        interrupt(process);
        if (waitFor(process, FAST_STOP)) {
            return;
        }
        process.destroyForcibly();
        if (!waitFor(process, HARD_STOP)) {
            throw stillRuns(process, data);
        }
    }

    private static StartRefused stillRuns(ProcessHandle process, Path data) {
        return new StartRefused(
                "A database server (process "
                        + process.pid()
                        + ") still runs on "
                        + data
                        + " and does not stop.",
                "End that process and start again.");
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
