package io.onhand.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Processor time used so far, in microseconds; from {@code /proc}, elsewhere zero.
 *
 * @param database all processes of the server
 * @param program the program under load
 * @param client this process: load generator and bench
 * @param machine everything on the machine
 */
record CpuTime(long database, long program, long client, long machine) {

    /** Linux counts processor time in hundredths of a second. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;
    private static final int IDLE = 4;
    private static final int WAITING_FOR_DISK = 5;
    private static final int LAST_OF_MACHINE = 8;

    static CpuTime now(long server, long program) {
        return new CpuTime(tree(server), own(program), own(ProcessHandle.current().pid()), busy());
    }

    CpuTime minus(CpuTime earlier) {
        return new CpuTime(
                database - earlier.database,
                program - earlier.program,
                client - earlier.client,
                machine - earlier.machine);
    }

    /** Used by nobody of ours. */
    long others() {
        return Math.max(0, machine - database - program - client);
    }

    private static long tree(long pid) {
        long children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToLong(child -> own(child.pid()))
                        .sum();
        return own(pid) + ended(pid) + children;
    }

    private static long own(long pid) {
        return sum(fields(pid), USER, SYSTEM);
    }

    /** What children used that have ended. */
    private static long ended(long pid) {
        return sum(fields(pid), CHILDREN_USER, CHILDREN_SYSTEM);
    }

    private static long sum(String[] fields, int first, int second) {
        return fields.length <= second
                ? 0
                : (Long.parseLong(fields[first]) + Long.parseLong(fields[second]))
                        * MICROS_PER_TICK;
    }

    /** The fields of the process's state, from the one after its name on. */
    private static String[] fields(long pid) {
        String text = read(Path.of("/proc", Long.toString(pid), "stat"));
        return text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
    }

    private static long busy() {
        String[] fields = read(Path.of("/proc/stat")).lines().findFirst().orElse("").split(" +");
        return Arrays.stream(fields, Math.min(1, fields.length), fields.length)
                                .limit(LAST_OF_MACHINE)
                                .mapToLong(Long::parseLong)
                                .sum()
                        * MICROS_PER_TICK
                - idle(fields);
    }

    private static long idle(String[] fields) {
        return fields.length <= WAITING_FOR_DISK
                ? 0
                : (Long.parseLong(fields[IDLE]) + Long.parseLong(fields[WAITING_FOR_DISK]))
                        * MICROS_PER_TICK;
    }

    /** A process may end while it is looked at. */
    private static String read(Path path) {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            if (Files.exists(path)) {
                throw new UncheckedIOException(e);
            }
            return "";
        }
    }
}
