package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path path;

    @Test
    void aSecondProgramIsRefusedAndToldWhoIsThere() throws IOException {
        try (var first = new DataDirectory(path)) {
            assertThatThrownBy(() -> new DataDirectory(path))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining(first.path().toString());
        }
        new DataDirectory(path).close();
    }

    @Test
    void processFilesTellWhoIsReadyAndGoWithTheProgram() throws IOException {
        Files.writeString(path.resolve("onhand.pid"), "left by a killed program");
        try (var directory = new DataDirectory(path)) {
            assertThat(path.resolve("onhand.pid")).doesNotExist();
            directory.writeProcessFiles(7, 8080);
            assertThat(path.resolve("onhand.pid")).hasContent("7");
            assertThat(path.resolve("onhand.port")).hasContent("8080");
        }
        assertThat(path.resolve("onhand.pid")).doesNotExist();
    }
}
