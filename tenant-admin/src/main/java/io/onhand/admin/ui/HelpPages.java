package io.onhand.admin.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The pages of {@code docs/use}, as the help panels show them. */
@Component("helpPages")
public class HelpPages {

    private static final String GENERAL = "pages";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

    /** What leads to another page there leads to the same page here. */
    private static final Pattern LINK = Pattern.compile("href=\"([a-z-]+)\\.md\"");

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

    /** Whether there is a page of this name. */
    public boolean has(String page) {
        return NAME.matcher(page).matches() && file(page).exists();
    }

    private static ClassPathResource file(String page) {
        return new ClassPathResource("help/" + page + ".md");
    }

    private String read(String page) {
        var file = has(page) ? file(page) : file(GENERAL);
        try {
            String html =
                    renderer.render(parser.parse(file.getContentAsString(StandardCharsets.UTF_8)));
            return LINK.matcher(html).replaceAll("href=\"" + HelpPageController.PATH + "/$1\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
