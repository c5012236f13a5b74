package io.onhand.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.onhand.plugin.Delivery;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosConnector;
import io.onhand.plugins.PluginRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginClassLoader;

/**
 * Each built plugin, taken as a third party's would be: PF4J loads its jar alone. The jars are
 * there after {@code package}, as in {@code verify}; a run that only compiles leaves this out.
 */
class PluginJarsTest {

    private static final Path PLUGINS = Path.of("../plugins");

    @TempDir Path empty;

    @Test
    void aJarHoldsAnIndexAndNothingOfThePluginApi() throws IOException {
        for (Path file : jars()) {
            try (var jar = new JarFile(file.toFile())) {
                assertThat(jar.stream().map(ZipEntry::getName))
                        .as(file.toString())
                        .noneMatch(name -> name.startsWith("io/onhand/plugin/"));
                assertThat(
                                new String(
                                        jar.getInputStream(jar.getEntry("META-INF/extensions.idx"))
                                                .readAllBytes(),
                                        StandardCharsets.UTF_8))
                        .as(file.toString())
                        .contains("Connector");
                var manifest = jar.getManifest().getMainAttributes();
                assertThat(manifest.getValue("Plugin-Id")).isNotBlank();
                assertThat(manifest.getValue("Plugin-Version")).isNotBlank();
                assertThat(manifest.getValue("Plugin-Requires")).isNotBlank();
            }
        }
    }

    @Test
    void pf4jLoadsItAndItsConnectorAnswers() throws IOException {
        for (Path jar : jars()) {
            var manager = manager(PluginRunner.API_VERSION);
            String plugin = manager.loadPlugin(jar.toAbsolutePath());
            manager.startPlugin(plugin);
            List<PosConnector> found = manager.getExtensions(PosConnector.class, plugin);
            assertThat(found).as(jar.toString()).hasSize(1);
            PosConnector connector = found.getFirst();
            assertThat(connector.getClass().getClassLoader()).isInstanceOf(PluginClassLoader.class);
            assertThat(connector.id()).isEqualTo(folder(jar));
            assertThat(connector.declaration().name()).isNotBlank();
            var garbage =
                    new Delivery("1", "2026-11-20T10:00:00Z", Map.of(), new byte[] {'{', '!'});
            assertThat(connector.read(garbage, Map.of())).isInstanceOf(Outcome.Fail.class);
            manager.unloadPlugins();
        }
    }

    @Test
    void withAnotherApiItIsNotStarted() throws IOException {
        for (Path jar : jars()) {
            var manager = manager("1.0.0");
            String plugin = manager.loadPlugin(jar.toAbsolutePath());
            manager.startPlugin(plugin);
            assertThat(manager.getExtensions(PosConnector.class, plugin))
                    .as(jar.toString())
                    .isEmpty();
        }
    }

    private JarPluginManager manager(String version) {
        var manager = new JarPluginManager(empty);
        manager.setSystemVersion(version);
        return manager;
    }

    /** The jars of guests; what says in its manifest that it is no plugin is none. */
    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.find(PLUGINS, 3, (file, _) -> isBuilt(file))) {
            List<Path> jars = files.filter(PluginJarsTest::isPlugin).toList();
            assumeThat(jars).as("plugins that are built").isNotEmpty();
            return jars;
        }
    }

    private static boolean isBuilt(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("onhand-plugin-")
                && name.endsWith(".jar")
                && "target".equals(file.getName(file.getNameCount() - 2).toString());
    }

    private static boolean isPlugin(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            String id = jar.getManifest().getMainAttributes().getValue("Plugin-Id");
            return id != null && !id.isBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Path jar) {
        return PLUGINS.relativize(jar).getName(0).toString();
    }
}
