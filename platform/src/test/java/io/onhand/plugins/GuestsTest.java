package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a plugin fits the API that is here. */
class GuestsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"~0.9", "0.9.0", ">=0.9.0 & <0.10.0"})
    void aPluginThatRequiresThisApiFits(String requires) throws IOException {
        assertThat(Guests.misfit(jar(requires))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~0.8", "~0.10", ">=1.0.0", "whatever"})
    void aPluginThatRequiresAnotherDoesNot(String requires) throws IOException {
        assertThat(Guests.misfit(jar(requires)))
                .hasValueSatisfying(why -> assertThat(why).contains(requires, "0.9.0"));
    }

    @Test
    void aPluginThatDoesNotSayWhatItRequiresDoesNotFit() throws IOException {
        assertThat(Guests.misfit(jar(null)))
                .hasValueSatisfying(why -> assertThat(why).contains("Plugin-Requires"));
    }

    @Test
    void classesOfADeveloperFit() throws IOException {
        assertThat(Guests.misfit(folder)).isEmpty();
    }

    private Path jar(@Nullable String requires) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (requires != null) {
            manifest.getMainAttributes().putValue("Plugin-Requires", requires);
        }
        Path file = folder.resolve("guest.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.flush();
        }
        return file;
    }
}
