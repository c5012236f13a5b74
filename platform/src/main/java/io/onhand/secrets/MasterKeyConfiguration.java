package io.onhand.secrets;

import io.onhand.database.DataDirectory;
import io.onhand.database.InstallationSecret;
import io.onhand.database.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Finds the master key, or makes one where that is safe. */
@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

    static final String SETTING = "onhand.master.key";

    private static final String FILE = "master.key";

    @Bean
    MasterKey masterKey(
            Environment environment, InstallationSecret shared, DataDirectory directory) {
        String set = environment.getProperty(SETTING, "").strip();
        if (!set.isEmpty()) {
            return new MasterKey(parse(set));
        }
        if (environment.matchesProfiles("production")) {
            throw new StartRefused(
                    "The profile production needs a key that seals the secrets of tills.",
                    "Set ONHAND_MASTER_KEY to 32 random bytes in base64, the same for every"
                            + " program on this database.");
        }
        return new MasterKey(
                shared.derive("master key")
                        .orElseGet(() -> ofFile(directory.path().resolve(FILE))));
    }

    private static byte[] parse(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == MasterKey.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text
        }
        throw new StartRefused(
                "ONHAND_MASTER_KEY is not 32 bytes in base64.",
                "Make one, for example by: openssl rand -base64 32");
    }

    private static byte[] ofFile(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] key = Secrets.randomBytes(MasterKey.KEY_BYTES);
                write(file, Base64.getEncoder().encodeToString(key));
            }
            return parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Readable by its owner alone, and whole or not there. */
    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(draft, text + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
