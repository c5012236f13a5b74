package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connections;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.identity.Role;
import java.util.Map;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The form with which a person counts where a till shows another number. */
@WebTest
class CountPagesTest {

    private static final String LIST = "/app/exceptions";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private String earl;

    @BeforeEach
    void aTillThatShowsOtherNumbers() {
        shop = TeaShop.open(program);
        shop.run(() -> program.getBean(Connections.class).createGeneric("till", "The till"));
        earl = drift("TEA-EARL-100");
    }

    private String drift(String sku) {
        return shop.call(
                        () ->
                                program.getBean(Exceptions.class)
                                        .raise(
                                                ExceptionKind.DRIFT,
                                                Subject.of("till", "LONDON", sku),
                                                "The till shows 12, we have 0.",
                                                Map.of(
                                                        "connection",
                                                        "till",
                                                        "location",
                                                        "LONDON",
                                                        "sku",
                                                        sku)))
                .toString();
    }

    private Browser manager() {
        return Browser.of(port, program, shop, Role.MANAGER);
    }

    private String asked(String counted) {
        return LIST + "?id=" + earl + "&do=count-it&counted=" + counted;
    }

    @ParameterizedTest
    @CsvSource({
        "eleven, Type a number such as 12 or 0.5.",
        "-1, Nobody counts less than nothing.",
    })
    void whatCannotBeCountedIsSaidAtItsField(String typed, String trouble) {
        assertThat(manager().get(asked(typed)).html())
                .contains("aria-invalid=\"true\"", "counted-trouble", trouble, typed)
                .doesNotContain("What will happen", LIST + "/settlements\"");
        var sent =
                manager()
                        .submit(
                                LIST,
                                LIST + "/settlements",
                                "id",
                                earl,
                                "action",
                                "count-it",
                                "counted",
                                typed);
        assertThat(sent.location()).contains("do=count-it", "counted=" + typed);
        assertThat(shop.onHand("LONDON", "TEA-EARL-100")).isEqualTo("0");
    }

    @Test
    void whatWasCountedIsShownBeforeItIsPosted() {
        var browser = manager();
        assertThat(browser.get(LIST + "?id=" + earl + "&do=count-it").html())
                .contains("How many are there?")
                .doesNotContain("aria-invalid=\"true\"", "What will happen");
        assertThat(browser.get(asked("7")).html())
                .contains("What will happen", "data-test=\"change\"", "Post the count");
        var sent =
                browser.submit(
                        LIST,
                        LIST + "/settlements",
                        "id",
                        earl,
                        "action",
                        "count-it",
                        "counted",
                        "7");
        assertThat(sent.location()).isEqualTo(LIST + "?settled=1");
        assertThat(shop.onHand("LONDON", "TEA-EARL-100")).isEqualTo("7");
    }

    @Test
    void severalShelvesAreNotCountedInOneGo() {
        String mint = drift("TEA-MINT-50");
        var browser = manager();
        assertThat(browser.get(LIST + "?id=" + earl + "&id=" + mint).html())
                .contains("data-way=\"take-theirs\"")
                .doesNotContain("data-way=\"count-it\"");
        var sent =
                browser.submit(
                        LIST,
                        LIST + "/settlements",
                        "id",
                        earl,
                        "id",
                        mint,
                        "action",
                        "count-it",
                        "counted",
                        "7");
        assertThat(sent.status()).isEqualTo(400);
        assertThat(shop.onHand("LONDON", "TEA-EARL-100")).isEqualTo("0");
    }
}
