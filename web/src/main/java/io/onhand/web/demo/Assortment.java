package io.onhand.web.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** What the demo's retailers sell, read from a table beside the program. */
final class Assortment {

    private Assortment() {}

    /**
     * The articles of a retailer, by SKU.
     *
     * @param retailer its code, which is the name of the table
     */
    static List<Article> of(String retailer) {
        var table = new ClassPathResource("demo/" + retailer + ".csv");
        try {
            return table.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Assortment::article)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article article(String line) {
        String[] cells = line.split(";", -1);
        return new Article(cells[0], cells[1], cells[2], cells[3], Double.parseDouble(cells[4]));
    }
}
