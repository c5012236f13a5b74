package onhand.plugins.square.standin;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The file in which everything is kept: one line for each act, a list of facts, and on the disk
 * before the act is answered. At start it is read and written anew without what is past.
 */
final class Journal implements AutoCloseable {

    private static final String NAME = "square.journal";

    private final FileChannel guard;
    private final FileOutputStream file;
    private final Object forcing = new Object();
    private long written;
    private long forced;

    private Journal(FileChannel guard, Path path) throws IOException {
        this.guard = guard;
        // no channel: an interrupted caller would close it for everybody
        this.file = new FileOutputStream(path.toFile(), true);
    }

    /**
     * Reads what is there into the tables.
     *
     * @throws IllegalStateException when another stand-in uses this directory
     */
    static Journal open(Path directory, Tables tables) {
        try {
            Files.createDirectories(directory);
            FileChannel guard =
                    FileChannel.open(
                            directory.resolve(NAME + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            lock(guard, directory);
            Path path = directory.resolve(NAME);
            if (Files.exists(path)) {
                read(path, tables);
            }
            writeAnew(path, tables.facts());
            return new Journal(guard, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Appends a line; it is safe from a killed program at once, from a dead machine once forced.
     */
    long append(ArrayNode facts) {
        try {
            byte[] line = line(facts);
            synchronized (file) {
                file.write(line);
                written += line.length;
                return written;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long written() {
        synchronized (file) {
            return written;
        }
    }

    /** Waits until all up to here is on the disk; many waiters share one writing. */
    void force(long upTo) {
        synchronized (forcing) {
            if (forced >= upTo) {
                return;
            }
            long reached = written();
            try {
                file.getFD().sync();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            forced = reached;
        }
    }

    @Override
    public void close() {
        try (guard) {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lock(FileChannel guard, Path directory) throws IOException {
        try {
            if (guard.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // held by another stand-in of this process: refused below
        }
        guard.close();
        throw new IllegalStateException("Another stand-in uses " + directory + ".");
    }

    private static void read(Path path, Tables tables) throws IOException {
        // a program killed while it wrote leaves half a line, which nobody was answered for
        boolean torn = isTorn(path);
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            for (int number = 1; line != null; number++) {
                String next = reader.readLine();
                if (next != null || !torn) {
                    facts(line, number).forEach(tables::apply);
                }
                line = next;
            }
        }
    }

    private static boolean isTorn(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() == 0) {
                return false;
            }
            file.seek(file.length() - 1);
            return file.read() != '\n';
        }
    }

    private static JsonNode facts(String line, int number) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new IllegalStateException("Line " + number + " of " + NAME + " is damaged.", e);
        }
    }

    private static void writeAnew(Path path, ArrayNode facts) throws IOException {
        Path fresh = path.resolveSibling(NAME + ".new");
        try (var file = new FileOutputStream(fresh.toFile());
                var buffered = new BufferedOutputStream(file)) {
            for (JsonNode fact : facts) {
                buffered.write(line(Json.array().add(fact)));
            }
            buffered.flush();
            file.getFD().sync();
        }
        Files.move(
                fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] line(ArrayNode facts) {
        return (facts + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
