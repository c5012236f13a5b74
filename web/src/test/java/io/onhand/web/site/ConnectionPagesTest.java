package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.Role;
import java.util.Optional;
import java.util.UUID;
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

/** The pages that connect a till, and their forms, sent by everybody who may and may not. */
@WebTest
class ConnectionPagesTest {

    private static final String SECRET = "whsec_YSBzZWNyZXQgb2YgYSB0aWxs";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private String code;

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        code = "till-" + UUID.randomUUID();
    }

    private Browser as(Role role, String... locations) {
        return Browser.of(port, program, shop, role, locations);
    }

    private Optional<Connection> found() {
        return shop.call(() -> program.getBean(ConnectionQueries.class).details(code))
                .map(details -> details.connection());
    }

    private Browser.Page connect(Browser browser, String name, String secret) {
        return browser.submit(
                "/app/stock",
                "/app/connect",
                "plugin",
                "generic",
                "code",
                code,
                "name",
                name,
                "mode",
                "observe",
                "match",
                "sku",
                "secret.signingSecret",
                secret);
    }

    private String page(String rest) {
        return "/app/connections/" + code + rest;
    }

    @ParameterizedTest
    @CsvSource({"OWNER, 302", "ADMIN, 302", "MANAGER, 302", "AUDITOR, 403", "CLERK, 403"})
    void whoMayConnectsATill(Role role, int answer) {
        assertThat(as(role).get("/app/connect").status()).isEqualTo(answer == 302 ? 200 : 403);
        assertThat(connect(as(role), "Till in the shop", "").status()).isEqualTo(answer);
        assertThat(found().isPresent()).isEqualTo(answer == 302);
    }

    @Test
    void theSecretIsTheOwnersBusiness() {
        assertThat(connect(as(Role.MANAGER), "Till", SECRET).status()).isEqualTo(403);
        assertThat(found()).isEmpty();
        assertThat(connect(as(Role.OWNER), "Till", SECRET).status()).isEqualTo(302);
        for (String rest : new String[] {"", "/settings", "/mapping"}) {
            assertThat(as(Role.OWNER).get(page(rest)).html())
                    .as(rest)
                    .contains("Till")
                    .doesNotContain(SECRET, "??");
        }
        assertThat(as(Role.MANAGER).get(page("/settings")).html())
                .contains("An owner or an admin enters the secrets.")
                .doesNotContain("secret.signingSecret");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var refused = connect(as(Role.OWNER), "", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("aria-invalid=\"true\"", "This is needed");
        connect(as(Role.OWNER), "Till", "");
        var taken = connect(as(Role.OWNER), "Another", "");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.html()).contains("There is a connection of this code");
    }

    @Test
    void theSettingsAreChangedAndASecretThatIsLeftEmptyStays() {
        connect(as(Role.OWNER), "Till", SECRET);
        var changed =
                as(Role.MANAGER)
                        .submit(
                                "/app/stock",
                                page("/settings"),
                                "name",
                                "Till at the door",
                                "mode",
                                "live",
                                "match",
                                "barcode");
        assertThat(changed.status()).isEqualTo(302);
        assertThat(found().orElseThrow().name()).isEqualTo("Till at the door");
        assertThat(found().orElseThrow().mode()).isEqualTo(Connection.Mode.LIVE);
        assertThat(as(Role.AUDITOR).get(page("")).html()).contains("Till at the door", "/hooks/");
    }

    @Test
    void theTillIsCorrectedUpToWhatIsTypedAndNeverWhenThatIsEmpty() {
        correct("/app/connect", "-1", 422);
        correct("/app/connect", "2", 302);
        assertThat(as(Role.OWNER).get(page("/settings")).html())
                .containsPattern("name=\"setting.healUpTo\"[^>]*value=\"2\"");
        correct(page("/settings"), "many", 422);
        correct(page("/settings"), "3.5", 302);
        assertThat(found().orElseThrow().settings()).containsEntry("healUpTo", "3.5");
        correct(page("/settings"), "", 302);
        assertThat(found().orElseThrow().settings())
                .doesNotContainKey("healUpTo")
                .containsEntry("merchant", "M-1");
    }

    private void correct(String address, String upTo, int answer) {
        var got =
                as(Role.OWNER)
                        .submit(
                                "/app/stock",
                                address,
                                "plugin",
                                "square",
                                "code",
                                code,
                                "name",
                                "Square",
                                "mode",
                                "observe",
                                "match",
                                "sku",
                                "setting.merchant",
                                "M-1",
                                "setting.healUpTo",
                                upTo);
        assertThat(got.status()).as(got.html()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"OWNER, 200, 302", "MANAGER, 200, 302", "AUDITOR, 403, 403", "CLERK, 403, 403"})
    void theFormsAnswerAsTheRoleAllows(Role role, int access, int written) {
        connect(as(Role.OWNER), "Till", "");
        var browser = as(role);
        assertThat(browser.submit("/app/stock", page("/access")).status()).isEqualTo(access);
        assertThat(browser.submit("/app/stock", page("/pause"), "paused", "true").status())
                .isEqualTo(written);
        assertThat(
                        browser.submit(
                                        "/app/stock",
                                        page("/mapping/places"),
                                        "external",
                                        "SHOP-1",
                                        "location",
                                        "LONDON")
                                .status())
                .isEqualTo(written);
        assertThat(
                        browser.submit(
                                        "/app/stock",
                                        page("/mapping/items"),
                                        "external",
                                        "4711",
                                        "sku",
                                        "TEA-EARL-100")
                                .status())
                .isEqualTo(written);
        assertThat(browser.submit("/app/stock", page("/mapping/suggestions")).status())
                .isEqualTo(written);
    }

    @Test
    void aMappedPlaceIsShownAndItsMappingIsTakenBack() {
        connect(as(Role.OWNER), "Till", "");
        var owner = as(Role.OWNER);
        owner.submit(
                "/app/stock", page("/mapping/places"), "external", "SHOP-1", "location", "LONDON");
        assertThat(owner.get(page("")).html()).contains("SHOP-1");
        owner.submit("/app/stock", page("/mapping/places"), "external", "SHOP-1", "location", "");
        assertThat(owner.get(page("")).html()).doesNotContain("SHOP-1");
        var nowhere =
                owner.submit(
                        "/app/stock",
                        page("/mapping/places"),
                        "external",
                        "SHOP-1",
                        "location",
                        "NOWHERE");
        assertThat(nowhere.status()).isEqualTo(400);
    }

    @Test
    void whoIsLimitedToLondonMapsNothingToParis() {
        connect(as(Role.OWNER), "Till", "");
        var limited = as(Role.MANAGER, "LONDON");
        var elsewhere =
                limited.submit(
                        "/app/stock",
                        page("/mapping/places"),
                        "external",
                        "SHOP-2",
                        "location",
                        "PARIS");
        assertThat(elsewhere.status()).isEqualTo(403);
        as(Role.OWNER)
                .submit(
                        "/app/stock",
                        page("/mapping/places"),
                        "external",
                        "SHOP-2",
                        "location",
                        "PARIS");
        assertThat(limited.get(page("")).status()).isEqualTo(403);
    }

    @Test
    void whatIsAnotherTenantsIsNotThere() {
        connect(as(Role.OWNER), "Till", "");
        var stranger = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        for (String rest : new String[] {"", "/settings", "/mapping"}) {
            assertThat(stranger.get(page(rest)).status()).as(rest).isEqualTo(404);
        }
        assertThat(stranger.submit("/app/stock", page("/pause"), "paused", "true").status())
                .isEqualTo(404);
    }

    @Test
    void withoutTheFormsTokenNothingIsConnected() {
        assertThat(as(Role.OWNER).post("/app/connect", "plugin", "generic").status())
                .isEqualTo(403);
    }

    @Test
    void aPluginThatThereIsNotIsNotThere() {
        assertThat(as(Role.OWNER).get("/app/connect?plugin=none").status()).isEqualTo(404);
    }
}
