package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.LocationLimit;
import io.onhand.identity.Membership;
import io.onhand.identity.People;
import io.onhand.identity.Role;
import java.util.ArrayList;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class SignInPageTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired People people;

    @Test
    void whoIsNotSignedInIsAskedToAndComesBackToTheSamePage() {
        var shop = TeaShop.open(program);
        var person = Browser.person(program, shop, Role.OWNER);
        var browser = new Browser(port);
        String asked = browser.get("/app/stock?q=mint").location();
        assertThat(asked).isEqualTo("/sign-in?next=%2Fapp%2Fstock%3Fq%3Dmint");
        assertThat(browser.get(asked).html()).contains("value=\"/app/stock?q=mint\"");
        var page =
                browser.submit(
                        asked,
                        "/sign-in",
                        "email",
                        person.email(),
                        "password",
                        Browser.PASSWORD,
                        "next",
                        "/app/stock?q=mint");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location()).isEqualTo("/app/stock?q=mint");
        assertThat(page.header("Set-Cookie"))
                .contains("onhand-session=", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.get(page.location()).html()).contains("TEA-MINT-50", "Priya Raman");
    }

    @Test
    void aWrongPasswordIsSaidWithoutSayingMore() {
        var person = Browser.person(program, TeaShop.open(program), Role.OWNER);
        var page =
                new Browser(port)
                        .submit(
                                "/sign-in",
                                "/sign-in",
                                "email",
                                person.email(),
                                "password",
                                "wrong one");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.html()).contains("Email or password is wrong.", person.email());
        assertThat(page.html()).doesNotContain("wrong one");
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        var person = Browser.person(program, TeaShop.open(program), Role.OWNER);
        var page =
                new Browser(port)
                        .post("/sign-in", "email", person.email(), "password", Browser.PASSWORD);
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.header("Set-Cookie")).doesNotContain("onhand-session");
    }

    @Test
    void nobodyIsSentToAPageOfSomebodyElse() {
        var person = Browser.person(program, TeaShop.open(program), Role.OWNER);
        for (String next : new String[] {"https://evil.example", "//evil.example", "/app{x}"}) {
            var page =
                    new Browser(port)
                            .submit(
                                    "/sign-in",
                                    "/sign-in",
                                    "email",
                                    person.email(),
                                    "password",
                                    Browser.PASSWORD,
                                    "next",
                                    next);
            assertThat(page.location()).as(next).isEqualTo("/app");
        }
    }

    @Test
    void signingOutEndsTheSession() {
        var browser = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        assertThat(browser.get("/app/stock").status()).isEqualTo(200);
        assertThat(browser.submit("/app/stock", "/sign-out").location()).isEqualTo("/sign-in");
        assertThat(browser.get("/app/stock").location()).startsWith("/sign-in");
    }

    @Test
    void whoBelongsToTwoCompaniesChoosesOne() {
        var leaf = TeaShop.open(program);
        var other = TeaShop.open(program);
        var person = Browser.person(program, leaf, Role.OWNER);
        other.run(
                () ->
                        people.admit(
                                new Membership(
                                        person.id(),
                                        Role.AUDITOR,
                                        new LocationLimit.Everywhere())));
        var browser = new Browser(port);
        var signedIn =
                browser.submit(
                        "/sign-in",
                        "/sign-in",
                        "email",
                        person.email(),
                        "password",
                        Browser.PASSWORD);
        assertThat(signedIn.location()).isEqualTo("/tenants");
        assertThat(browser.get("/app/stock").location()).isEqualTo("/tenants");
        var chosen =
                browser.submit("/tenants", "/tenants", "tenant", other.tenant().value().toString());
        assertThat(chosen.location()).isEqualTo("/app");
        assertThat(browser.get("/app/stock").html()).contains("Auditor");
    }

    @Test
    void pagesMayNotBeFramedNorKept() {
        var page = new Browser(port).get("/sign-in");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.html()).doesNotContain("<style", "style=", "<script>");
    }

    @Test
    void theFirstPageLeadsToTheSignIn() {
        assertThat(new Browser(port).get("/").html()).contains("href=\"/sign-in\"");
    }

    @Test
    void whoCameWhoWasRefusedAndWhoLeftIsInTheAuditTrailByIdsOnly() {
        var shop = TeaShop.open(program);
        var person = Browser.person(program, shop, Role.OWNER);
        var browser = new Browser(port);
        String[] wrong = {"email", person.email(), "password", "not this one"};
        browser.submit("/sign-in", "/sign-in", wrong);
        String[] right = {"email", person.email(), "password", Browser.PASSWORD};
        browser.submit("/sign-in", "/sign-in", right);
        browser.submit("/app/stock", "/sign-out");
        var entries =
                new Api(port, shop.key(Role.OWNER))
                        .get("/api/v1/audit-entries?object=person:" + person.id());
        var actions = new ArrayList<String>();
        entries.json().path("items").forEach(item -> actions.add(item.path("action").asString()));
        assertThat(actions).containsExactly("sign-out", "sign-in", "refuse-sign-in");
        assertThat(entries.text()).doesNotContain(person.email(), "not this one");
        assertThat(entries.json().path("items").get(0).path("correlationId").asString())
                .hasSizeGreaterThan(10);
    }
}
