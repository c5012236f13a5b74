package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each signed-in page has a help panel, and the panel a page of {@code docs/use} of its own. */
class HelpPagesTest {

    private static final Path TEMPLATES = Path.of("../tenant-admin/src/main/resources/templates");
    private static final Path HELP = Path.of("../docs/use");

    @Test
    void everyPageHasItsHelp() throws Exception {
        var missing = new TreeSet<String>();
        int pages = 0;
        try (var files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                String html = Files.readString(file);
                int call = html.indexOf("<html th:replace=\"~{ui/app :: page (");
                if (call < 0 || file.endsWith("trouble.html")) {
                    continue;
                }
                pages++;
                String here = here(html.substring(call, html.indexOf('>', call)));
                if (!Files.exists(HELP.resolve(here + ".md"))) {
                    missing.add(file.getFileName() + " wants docs/use/" + here + ".md");
                }
            }
        }
        assertThat(pages).isGreaterThanOrEqualTo(11);
        assertThat(missing).isEmpty();
    }

    /** The second part of the call: the name of the page's entry in the navigation. */
    private static String here(String call) {
        String upToMain = call.substring(0, call.indexOf(", ~{::main}"));
        return upToMain.substring(upToMain.lastIndexOf(", '") + 3, upToMain.lastIndexOf('\''));
    }
}
