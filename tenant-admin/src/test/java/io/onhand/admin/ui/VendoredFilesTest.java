package io.onhand.admin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VendoredFilesTest {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");

    private record Entry(String path, String sum) {

        static Entry of(String line) {
            String[] words = line.split(" ");
            assertThat(words).as(line).hasSize(4);
            return new Entry(words[0], words[3]);
        }
    }

    @Test
    void whatWasTakenOverIsUnchanged() throws Exception {
        for (Entry entry : manifest()) {
            assertThat(sha256(VENDOR.resolve(entry.path())))
                    .as(entry.path())
                    .isEqualTo(entry.sum());
        }
    }

    @Test
    void everyFileIsInTheManifestAndHasItsLicenceBesideIt() throws IOException {
        Set<String> listed = manifest().stream().map(Entry::path).collect(Collectors.toSet());
        try (var files = Files.walk(VENDOR)) {
            var found =
                    files.filter(Files::isRegularFile)
                            .map(file -> VENDOR.relativize(file).toString())
                            .filter(file -> !file.equals("manifest") && !file.endsWith("LICENSE"))
                            .collect(Collectors.toSet());
            assertThat(found).isEqualTo(listed);
        }
        for (String path : listed) {
            assertThat(VENDOR.resolve(path).resolveSibling("LICENSE")).isNotEmptyFile();
        }
    }

    private static List<Entry> manifest() throws IOException {
        return Files.readAllLines(VENDOR.resolve("manifest")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Entry::of)
                .toList();
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(sum);
    }
}
