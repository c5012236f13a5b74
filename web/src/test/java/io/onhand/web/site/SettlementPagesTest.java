package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.OpenWork;
import io.onhand.exceptions.Subject;
import io.onhand.identity.Role;
import java.util.List;
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

/** The forms that settle exceptions, sent by everybody who may and everybody who may not. */
@WebTest
class SettlementPagesTest {

    private static final String LIST = "/app/exceptions";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private String ofLondon;
    private String ofParis;

    @BeforeEach
    void belowZeroInTwoShops() {
        shop = TeaShop.open(program);
        ofLondon = belowZero("LONDON", "TEA-EARL-100");
        ofParis = belowZero("PARIS", "TEA-EARL-100");
    }

    private String belowZero(String location, String sku) {
        return shop.call(
                        () ->
                                program.getBean(Exceptions.class)
                                        .raise(
                                                ExceptionKind.NEGATIVE_STOCK,
                                                Subject.of(location, sku),
                                                "Below zero in " + location + ".",
                                                Map.of("location", location, "sku", sku)))
                .toString();
    }

    private Browser as(Role role, String... locations) {
        return Browser.of(port, program, shop, role, locations);
    }

    private List<OpenWork> open() {
        return shop.call(
                () ->
                        program.getBean(ExceptionQueries.class)
                                .page(true, null, ExceptionQueries.Place.START, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, , 302, 302",
        "ADMIN, , 302, 302",
        "MANAGER, , 302, 302",
        "MANAGER, LONDON, 302, 403",
        "AUDITOR, , 403, 403",
        "CLERK, LONDON, 403, 403",
    })
    void theFormAnswersAsTheRoleAndItsLocationsAllow(
            Role role, String location, int london, int paris) {
        var browser = location == null ? as(role) : as(role, location);
        for (String form : new String[] {"/assignments", "/settlements"}) {
            assertThat(send(browser, form, ofParis)).as(form + " of Paris").isEqualTo(paris);
            assertThat(send(browser, form, ofLondon)).as(form + " of London").isEqualTo(london);
        }
        assertThat(open()).hasSize((london == 403 ? 1 : 0) + (paris == 403 ? 1 : 0));
    }

    private static int send(Browser browser, String form, String id) {
        return browser.submit("/app/stock", LIST + form, "id", id, "action", "ignore").status();
    }

    @Test
    void whatIsAnotherTenantsIsNotThere() {
        var stranger = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        for (String form : new String[] {"/assignments", "/settlements"}) {
            assertThat(send(stranger, form, ofLondon)).as(form).isEqualTo(404);
        }
        assertThat(stranger.get(LIST + "?id=" + ofLondon).status()).isEqualTo(404);
        assertThat(open()).hasSize(2);
    }

    @Test
    void withoutTheFormsTokenNothingIsSettled() {
        assertThat(as(Role.OWNER).post(LIST + "/settlements", "id", ofLondon).status())
                .isEqualTo(403);
        assertThat(open()).hasSize(2);
    }

    @Test
    void whoIsLimitedToLondonSeesItsExceptionsAlone() {
        var limited = as(Role.MANAGER, "LONDON");
        assertThat(limited.get(LIST).html()).contains(ofLondon).doesNotContain(ofParis, "PARIS");
        assertThat(limited.get(LIST + "?id=" + ofParis).status()).isEqualTo(403);
    }

    @Test
    void beforeItIsSettledThePageSaysWhatWillHappen() {
        var page = as(Role.MANAGER).get(LIST + "?id=" + ofLondon + "&do=ignore").html();
        assertThat(page).contains("data-test=\"settle\"", "What will happen", "No number changes.");
        assertThat(as(Role.AUDITOR).get(LIST + "?id=" + ofLondon).html())
                .contains("data-test=\"settle\"")
                .doesNotContain("What will happen", LIST + "/settlements");
    }

    @Test
    void aNameThatWasNotKnownIsMappedByChoosingAVariant() {
        String id =
                shop.call(
                                () ->
                                        program.getBean(Exceptions.class)
                                                .raise(
                                                        ExceptionKind.UNKNOWN_VARIANT,
                                                        Subject.of("till", "4711"),
                                                        "Not known.",
                                                        Map.of(
                                                                "connection",
                                                                "till",
                                                                "sku",
                                                                "4711")))
                        .toString();
        var browser = as(Role.MANAGER);
        String found = browser.get(LIST + "?id=" + id + "&do=map-variant&q=mint").html();
        assertThat(found).contains("data-code=\"TEA-MINT-50\"");
        assertThat(found).doesNotContain(LIST + "/settlements\"");
        String chosen =
                browser.get(LIST + "?id=" + id + "&do=map-variant&q=mint&sku=TEA-MINT-50").html();
        assertThat(chosen).contains(LIST + "/settlements\"", "value=\"TEA-MINT-50\"");
        assertThat(browser.get(LIST + "?id=" + id + "&do=dance").status()).isEqualTo(200);
    }

    @Test
    void manyAreSettledTogetherAndTheSecondTimeItIsTooLate() {
        var browser = as(Role.OWNER);
        String form = LIST + "/settlements";
        String[] both = {"id", ofLondon, "id", ofParis, "action", "ignore"};
        assertThat(browser.submit(LIST, form, both).location()).isEqualTo(LIST + "?settled=2");
        assertThat(open()).isEmpty();
        assertThat(browser.submit(LIST, form, both).location()).isEqualTo(LIST + "?trouble=late");
    }

    @Test
    void whatIsGivenToSomebodyIsTheirs() {
        var person = Browser.person(program, shop, Role.MANAGER);
        var owner = as(Role.OWNER);
        owner.submit(LIST, LIST + "/assignments", "id", ofLondon, "owner", person.id().toString());
        assertThat(open())
                .filteredOn(work -> work.id().toString().equals(ofLondon))
                .extracting(OpenWork::owner)
                .containsExactly(person.id().toString());
        assertThat(owner.get(LIST + "?state=mine").html()).doesNotContain(ofLondon);
        var clerk = Browser.person(program, shop, Role.CLERK, "LONDON");
        var refused =
                owner.submit(
                        LIST,
                        LIST + "/assignments",
                        "id",
                        ofLondon,
                        "owner",
                        clerk.id().toString());
        assertThat(refused.status()).isEqualTo(404);
    }
}
