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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Finds the master keys, or makes one where that is safe. */
@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

    static final String SETTING = "onhand.master.key";

    private static final String BEFORE = "onhand.master.key.before";
    private static final String NAME = "ONHAND_MASTER_KEY";
    private static final String BEFORE_NAME = "ONHAND_MASTER_KEY_BEFORE";
    private static final String PURPOSE = "master key";
    private static final String FILE = "master.key";

    /** The key that seals, and those that open what was sealed before it. */
    @Bean
    MasterKeys masterKeys(
            Environment environment, InstallationSecret shared, DataDirectory directory) {
        Path file = directory.path().resolve(FILE);
        MasterKey now = now(environment, shared, file);
        List<MasterKey> before = new ArrayList<>(ofSetting(environment.getProperty(BEFORE, "")));
        // who sets a key of his own later still opens what was sealed without it
        shared.derive(PURPOSE).map(MasterKey::new).ifPresent(before::add);
        if (Files.exists(file)) {
            before.add(new MasterKey(ofFile(file)));
        }
        return new MasterKeys(now, before);
    }

    private static List<MasterKey> ofSetting(String keys) {
        return Arrays.stream(keys.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> new MasterKey(parse(BEFORE_NAME, one)))
                .toList();
    }

    private static MasterKey now(Environment environment, InstallationSecret shared, Path file) {
        String set = environment.getProperty(SETTING, "").strip();
        if (!set.isEmpty()) {
            return new MasterKey(parse(NAME, set));
        }
        if (environment.matchesProfiles("production")) {
            throw new StartRefused(
                    "The profile production needs a key that seals the secrets of tills.",
                    "Set ONHAND_MASTER_KEY to 32 random bytes in base64, the same for every"
                            + " program on this database.");
        }
        return new MasterKey(shared.derive(PURPOSE).orElseGet(() -> ofFile(file)));
    }

    private static byte[] parse(String name, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == MasterKey.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text
        }
        throw new StartRefused(
                name + " is not 32 bytes in base64.",
                "Make one, for example by: openssl rand -base64 32");
    }

    private static byte[] ofFile(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] key = Secrets.randomBytes(MasterKey.KEY_BYTES);
                write(file, Base64.getEncoder().encodeToString(key));
            }
            return parse(file.toString(), Files.readString(file).strip());
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
