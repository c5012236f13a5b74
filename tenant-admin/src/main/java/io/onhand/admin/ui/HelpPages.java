package io.onhand.admin.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pages of {@code docs/use}, as the help panels show them. */
@Component("helpPages")
public class HelpPages {

    private static final String GENERAL = "pages";

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().escapeHtml(true).build();
    private final ConcurrentHashMap<String, String> pages = new ConcurrentHashMap<>();

    /**
     * The help for a page as HTML; what helps everywhere if there is none of its own.
     *
     * @param page the name of its entry in the navigation
     */
    public String html(String page) {
        return pages.computeIfAbsent(page, this::read);
    }

    private String read(String page) {
        var own = new ClassPathResource("help/" + page + ".md");
        var file = own.exists() ? own : new ClassPathResource("help/" + GENERAL + ".md");
        try {
            return renderer.render(parser.parse(file.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
