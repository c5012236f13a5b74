package io.onhand.plugins;

import io.onhand.plugin.PosConnector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultPluginManager;
import org.pf4j.DefaultVersionManager;
import org.pf4j.IndexedExtensionFinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the plugins of our own build. They lie on the program's class path; PF4J finds their
 * connectors by the index that it wrote when they were built, and says whether they fit.
 */
@Component
class Guests {

    private static final Logger log = LoggerFactory.getLogger(Guests.class);
    private static final String REQUIRES = "Plugin-Requires";

    /**
     * One of each connector, by its name. What does not fit is left out, and the log says so.
     *
     * @throws IllegalStateException when two have one name
     */
    Map<String, PosConnector> connectors() {
        Map<String, PosConnector> connectors = new HashMap<>();
        var finder = new IndexedExtensionFinder(new DefaultPluginManager(List.<Path>of()));
        for (String name : finder.findClassNames(null)) {
            connector(name)
                    .ifPresent(
                            one -> {
                                if (connectors.put(one.id(), one) != null) {
                                    throw new IllegalStateException(
                                            "there are two plugins " + one.id());
                                }
                            });
        }
        return Map.copyOf(connectors);
    }

    private static Optional<PosConnector> connector(String name) {
        try {
            Class<?> type = Class.forName(name, true, Guests.class.getClassLoader());
            if (!PosConnector.class.isAssignableFrom(type)) {
                return Optional.empty();
            }
            Optional<String> misfit = misfit(home(type));
            if (misfit.isPresent()) {
                log.error("The plugin {} is not loaded: {}", name, misfit.get());
                return Optional.empty();
            }
            return Optional.of((PosConnector) type.getConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError | IOException e) {
            log.error("The plugin {} is not loaded", name, e);
            return Optional.empty();
        }
    }

    private static @Nullable Path home(Class<?> type) throws IOException {
        var source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /**
     * Why a plugin does not fit the API that is here; empty if it does. Classes that are not in a
     * jar are those of a developer at work, and fit.
     */
    static Optional<String> misfit(@Nullable Path home) throws IOException {
        if (home == null || !Files.isRegularFile(home)) {
            return Optional.empty();
        }
        String requires;
        try (var jar = new JarFile(home.toFile())) {
            var manifest = jar.getManifest();
            requires = manifest == null ? null : manifest.getMainAttributes().getValue(REQUIRES);
        }
        if (requires == null || requires.isBlank()) {
            return Optional.of("its manifest has no " + REQUIRES + ".");
        }
        return fits(requires)
                ? Optional.empty()
                : Optional.of(
                        "it requires version %s of the plugin API, and %s is here."
                                .formatted(requires, PluginRunner.API_VERSION));
    }

    private static boolean fits(String requires) {
        try {
            return new DefaultVersionManager()
                    .checkVersionConstraint(PluginRunner.API_VERSION, requires);
        } catch (RuntimeException e) {
            // no constraint that anybody understands
            return false;
        }
    }
}
