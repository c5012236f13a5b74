package io.onhand.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The main process of a PostgreSQL, as the file in its data directory names it. */
final class Postmaster {

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MS = 50;

    private Postmaster() {}

    /** None when the file is away or half written. */
    static Optional<ProcessHandle> of(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Until then a process writes to its directory, and holds its port. */
    static void awaitEnd(ProcessHandle process) throws InterruptedException {
        long end = System.nanoTime() + ENDED_WITHIN.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** A dead orphan stays where the first process of all asks for none; it does not run. */
    static boolean runs(ProcessHandle process) {
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
