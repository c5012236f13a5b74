package io.onhand.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures: one line of JSON each. */
final class JsonLines {

    private static final Path FILE = Path.of("target", "bench.jsonl");
    private static final JsonMapper JSON = new JsonMapper();

    private JsonLines() {}

    /**
     * Writes a figure to the terminal and the file.
     *
     * @param bench what was measured
     * @param figures names and values, in this order
     */
    static void write(String bench, Map<String, ?> figures) {
        var line = new LinkedHashMap<String, Object>();
        line.put("bench", bench);
        line.putAll(figures);
        String text = JSON.writeValueAsString(line);
        System.out.println(text);
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(
                    FILE, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names and values in their order; a name is followed by its value. */
    static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
