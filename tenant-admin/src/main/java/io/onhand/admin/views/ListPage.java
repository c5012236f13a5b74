package io.onhand.admin.views;

import io.onhand.admin.ui.PageRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lists of which views can be saved. */
enum ListPage {
    STOCK("/app/stock", "read-stock", List.of("location", "q")),
    EXCEPTIONS("/app/exceptions", "read-exceptions", List.of("state", "kind")),
    DELIVERIES("/app/deliveries", "read-deliveries", List.of("connection", "state")),
    AUDIT("/app/audit", "read-audit", List.of("object"));

    private final String path;
    private final String needs;
    private final List<String> filters;

    ListPage(String path, String needs, List<String> filters) {
        this.path = path;
        this.needs = needs;
        this.filters = filters;
    }

    String path() {
        return path;
    }

    /** The word of the right that the page needs. */
    String needs() {
        return needs;
    }

    /** What of its address is part of a view, in this order. */
    List<String> filters() {
        return filters;
    }

    /** Its word: {@code stock}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The page of a word.
     *
     * @throws PageRefused when there is none
     */
    static ListPage ofWord(String word) {
        return Arrays.stream(values())
                .filter(page -> page.word().equals(word))
                .findFirst()
                .orElseThrow(PageRefused::misread);
    }
}
