package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.stock.MovementType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word on a page comes from the files of messages, and every word asked for is there. */
class PageTextTest {

    private static final List<Path> RESOURCES =
            List.of(Path.of("../tenant-admin/src/main/resources"), Path.of("src/main/resources"));

    private static final Path SENTENCES =
            Path.of("../tenant-admin/src/main/java/io/onhand/admin/stock");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(">([^<]*\\p{L}[^<]*)<");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\s(?:aria-label|title|alt|placeholder)=\"[^\"]+\"");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9.-]+)");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z0-9.-]+)\"");

    @Test
    void noTemplateHasATextOfItsOwn() {
        var literals = new ArrayList<String>();
        for (Path template : templates()) {
            String html = html(template);
            TEXT.matcher(html)
                    .results()
                    .map(m -> template + ": " + m.group(1).strip())
                    .forEach(literals::add);
            SPOKEN_ATTRIBUTE
                    .matcher(html)
                    .results()
                    .map(m -> template + ": " + m.group())
                    .forEach(literals::add);
        }
        assertThat(literals).isEmpty();
    }

    @Test
    void everyKeyOfATemplateIsThere() {
        var missing = new TreeSet<String>();
        for (Path template : templates()) {
            collect(KEY.matcher(html(template)), "", missing);
        }
        missing.removeAll(messages());
        assertThat(missing).isEmpty();
    }

    @Test
    void everySentenceSaidInJavaIsThere() throws IOException {
        var missing = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SENTENCES)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> collect(SAID.matcher(read(file)), "stock.", missing));
        }
        missing.removeIf(key -> key.endsWith("."));
        missing.removeAll(messages());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTypeOfMovementHasItsWords() {
        Set<String> there = messages();
        for (MovementType type : MovementType.values()) {
            assertThat(there).contains("stock.sum." + type.word());
            if (type != MovementType.COUNT_CORRECTION) {
                assertThat(there).contains("stock.what." + type.word());
            }
        }
    }

    private static String html(Path template) {
        return COMMENT.matcher(read(template)).replaceAll("");
    }

    private static void collect(Matcher found, String prefix, Set<String> keys) {
        found.results().map(m -> prefix + m.group(1)).forEach(keys::add);
    }

    private static List<Path> templates() {
        return files("templates", ".html");
    }

    private static Set<String> messages() {
        var all = new Properties();
        for (Path file : files("messages", ".properties")) {
            try (var reader = Files.newBufferedReader(file)) {
                all.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new TreeSet<>(all.stringPropertyNames());
    }

    private static List<Path> files(String folder, String ending) {
        var found = new ArrayList<Path>();
        for (Path resources : RESOURCES) {
            try (Stream<Path> files = Files.walk(resources.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
