package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.views.SavedViews;
import java.util.regex.Pattern;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Views of lists are saved, found again by who saved them, and deleted; all without scripts. */
@WebTest
class SavedViewPagesTest {

    private static final String STOCK = "/app/stock";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Browser browser;

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        browser = Browser.of(port, program, shop, Role.MANAGER);
    }

    private Browser.Page save(Browser who, String page, String name, String query) {
        return who.submit(STOCK, "/app/views", "page", page, "name", name, "query", query);
    }

    @Test
    void aViewIsTheFiltersOfAnAddressUnderAName() {
        assertThat(browser.get(STOCK).html()).doesNotContain("/app/views\"");
        String asked = browser.get(STOCK + "?location=LONDON&q=earl%20grey").html();
        assertThat(asked).contains("value=\"location=LONDON&amp;q=earl%20grey\"");
        var saved = save(browser, "stock", "Our Earl Grey", "location=LONDON&q=earl%20grey");
        assertThat(saved.location()).isEqualTo(STOCK + "?location=LONDON&q=earl%20grey");
        assertThat(browser.get(saved.location()).html())
                .contains("Our Earl Grey", "Delete the view Our Earl Grey");
        assertThat(browser.get(STOCK).html())
                .contains("href=\"/app/stock?location=LONDON&amp;q=earl%20grey\"");
    }

    @Test
    void aViewIsItsPersonsAlone() {
        save(browser, "stock", "Mine alone", "q=earl");
        assertThat(browser.get(STOCK).html()).contains("Mine alone");
        assertThat(Browser.of(port, program, shop, Role.OWNER).get(STOCK).html())
                .doesNotContain("Mine alone");
    }

    @Test
    void aViewIsDeletedAndCanBeSavedAgain() {
        save(browser, "stock", "For a while", "q=earl");
        String html = browser.get(STOCK + "?q=earl").html();
        var form = Pattern.compile("/app/views/[0-9a-f-]+/deletion").matcher(html);
        assertThat(form.find()).isTrue();
        assertThat(
                        Browser.of(port, program, shop, Role.OWNER)
                                .submit(STOCK, form.group(), "page", "stock")
                                .status())
                .as("somebody else")
                .isEqualTo(404);
        assertThat(browser.submit(STOCK, form.group(), "page", "stock").location())
                .isEqualTo(STOCK + "?q=earl");
        assertThat(browser.get(STOCK).html()).doesNotContain("For a while");
        assertThat(save(browser, "stock", "For a while", "q=earl").location())
                .isEqualTo(STOCK + "?q=earl");
    }

    @Test
    void whatCannotBeSavedIsSaidInWords() {
        save(browser, "stock", "Twice", "q=earl");
        var again = save(browser, "stock", "Twice", "q=mint");
        assertThat(again.location()).isEqualTo(STOCK + "?q=mint&unsaved=taken");
        assertThat(browser.get(again.location()).html()).contains("You have a view of this name");
        assertThat(save(browser, "stock", " ", "q=mint").location()).endsWith("unsaved=unfit");
        for (int i = 1; i < SavedViews.VIEWS_MAX; i++) {
            save(browser, "stock", "View " + i, "q=" + i);
        }
        assertThat(save(browser, "stock", "Too many", "q=mint").location())
                .endsWith("unsaved=many");
        assertThat(save(browser, "elsewhere", "Nowhere", "q=mint").status()).isEqualTo(400);
        assertThat(save(browser, "stock", "Out", "q=//evil\n").status()).isEqualTo(400);
    }

    @Test
    void whoMayNotSeeAListSavesNoViewOfIt() {
        var clerk = Browser.of(port, program, shop, Role.CLERK, "LONDON");
        assertThat(save(clerk, "audit", "Audit", "object=location:LONDON").status()).isEqualTo(403);
        assertThat(save(clerk, "stock", "London", "location=LONDON").status()).isEqualTo(302);
    }
}
