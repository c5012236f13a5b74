package io.onhand.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory that belongs to one running program: the embedded database, keys, process files.
 * The lock on it ends with the process, however that ends.
 */
public class DataDirectory implements AutoCloseable {

    private static final String PID = "onhand.pid";
    private static final String PORT = "onhand.port";

    private final Path path;
    private final FileChannel channel;

    DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.path);
            this.channel =
                    FileChannel.open(
                            this.path.resolve("onhand.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                throw inUse();
            }
            // Whoever waits for these files must not be told about a program that is gone.
            removeProcessFiles();
        } catch (IOException e) {
            throw new StartRefused(
                    "The data directory " + this.path + " cannot be used: " + e.getMessage(),
                    "Make it writable, or name another by ONHAND_DATA_DIR.",
                    e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Tells other processes that the program is ready, and where. */
    public void writeProcessFiles(long pid, int port) {
        try {
            write(PORT, Integer.toString(port));
            write(PID, Long.toString(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader finds the whole file or none. */
    private void write(String name, String content) throws IOException {
        Path draft = path.resolve(name + ".new");
        Files.writeString(draft, content + "\n");
        Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeProcessFiles() throws IOException {
        for (String name : List.of(PID, PORT)) {
            Files.deleteIfExists(path.resolve(name));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                String pid = Long.toString(ProcessHandle.current().pid());
                channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private StartRefused inUse() throws IOException {
        String pid = Files.readString(path.resolve("onhand.lock")).strip();
        channel.close();
        return new StartRefused(
                "Another Onhand (process " + pid + ") uses the data directory " + path + ".",
                "Stop it, or give this one a directory of its own: ONHAND_DATA_DIR.");
    }

    @Override
    public void close() throws IOException {
        removeProcessFiles();
        channel.close();
    }
}
