package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every signed-in page, asked for by everybody who may and everybody who may not. */
@WebTest
class PageRightsTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        // what only this tenant has
        shop.product("Own tea", io.onhand.catalog.NewVariant.of("OWN-TEA", "1 kg"));
    }

    private int status(Role role, String path, String... locations) {
        return Browser.of(port, program, shop, role, locations).get(path).status();
    }

    @ParameterizedTest
    @CsvSource({
        "/app, 200, 200",
        "/app/stock, 200, 200",
        "/app/stock?location=LONDON, 200, 200",
        "/app/stock?location=PARIS, 200, 403",
        "/app/stock?location=NOWHERE, 404, 404",
        "/app/stock/OWN-TEA/LONDON, 200, 200",
        "/app/stock/OWN-TEA/PARIS, 200, 403",
        "/app/stock/OWN-TEA/NOWHERE, 404, 404",
        "/app/stock/NO-TEA/LONDON, 404, 404",
        "/app/stock/OWN-TEA/LONDON?before=x, 400, 400",
        "/app/variants/OWN-TEA, 200, 200",
        "/app/variants/NO-TEA, 404, 404",
        "/app/locations, 200, 200",
        "/app/catalog, 200, 200",
        "/app/catalog?q=own, 200, 200",
        "/app/audit, 200, 403",
        "/app/audit?after=x, 400, 403",
        "/app/exceptions, 200, 403",
        "/app/exceptions?after=x, 400, 403",
        "/app/exceptions?state=mine, 200, 403",
        "/app/exceptions?kind=x, 400, 403",
        "/app/exceptions?id=x, 400, 403",
        "/app/exceptions?id=00000000-0000-0000-0000-000000000001, 404, 403",
        "/app/connections, 200, 403",
        "/app/deliveries, 200, 403",
        "/app/deliveries?connection=none, 404, 403",
        "/app/deliveries?state=done, 200, 403",
        "/app/deliveries?state=x, 400, 403",
        "/app/deliveries/00000000-0000-0000-0000-000000000001, 404, 403",
        "/app/nowhere, 404, 404",
    })
    void thePageAnswersAsTheRoleAndItsLocationsAllow(String path, int owner, int clerkOfLondon) {
        assertThat(status(Role.OWNER, path)).as("owner").isEqualTo(owner);
        assertThat(status(Role.AUDITOR, path)).as("auditor").isEqualTo(owner);
        assertThat(status(Role.CLERK, path, "LONDON")).as("clerk").isEqualTo(clerkOfLondon);
        var nobody = new Browser(port).get(path);
        assertThat(nobody.status()).as("signed out").isEqualTo(302);
        assertThat(nobody.location()).as("signed out").startsWith("/sign-in?next=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/stock/OWN-TEA/LONDON", "/app/variants/OWN-TEA"})
    void whatIsAnotherTenantsIsNotThere(String path) {
        var other = TeaShop.open(program);
        assertThat(Browser.of(port, program, other, Role.OWNER).get(path).status()).isEqualTo(404);
    }

    @Test
    void noPageOfAnotherTenantShowsAnythingOfOurs() {
        var stranger = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        for (String path : new String[] {"/app", "/app/stock", "/app/catalog", "/app/audit"}) {
            assertThat(stranger.get(path).html()).as(path).doesNotContain("OWN-TEA", "Own tea");
        }
    }

    @Test
    void aClerkOfLondonSeesNoOtherLocation() {
        var clerk = Browser.of(port, program, shop, Role.CLERK, "LONDON");
        for (String path :
                new String[] {"/app", "/app/stock", "/app/locations", "/app/variants/OWN-TEA"}) {
            assertThat(clerk.get(path).html())
                    .as(path)
                    .contains("LONDON")
                    .doesNotContain("PARIS", "DC-KENT", "NEWYORK");
        }
    }

    @Test
    void theNavigationLeadsWhereTheRoleMayGo() {
        assertThat(Browser.of(port, program, shop, Role.CLERK, "LONDON").get("/app/stock").html())
                .contains("href=\"/app/catalog\"")
                .doesNotContain("href=\"/app/audit\"", "href=\"/app/exceptions\"");
        assertThat(Browser.of(port, program, shop, Role.AUDITOR).get("/app/stock").html())
                .contains("href=\"/app/audit\"", "href=\"/app/exceptions\"");
    }
}
