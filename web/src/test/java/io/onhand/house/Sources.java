package io.onhand.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the project as its people read them. */
final class Sources {

    private static final List<String> MODULES =
            List.of("plugin-api", "platform", "tenant-admin", "web", "plugins");

    private Sources() {}

    /** The folder that holds the modules, wherever the tests were started. */
    static Path root() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(Optional.of(start), Optional::isPresent, Sources::parent)
                .flatMap(Optional::stream)
                .filter(path -> Files.exists(path.resolve("mvnw")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no project above " + start));
    }

    private static Optional<Path> parent(Optional<Path> path) {
        return path.map(Path::getParent);
    }

    /** Every source file with this ending, the tests' too. */
    static List<Path> ending(String suffix) {
        return MODULES.stream()
                .map(module -> root().resolve(module))
                .flatMap(Sources::walk)
                .filter(path -> path.toString().endsWith(suffix))
                .filter(path -> path.toString().contains("/src/"))
                .sorted()
                .toList();
    }

    static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths
                    .filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/target/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
