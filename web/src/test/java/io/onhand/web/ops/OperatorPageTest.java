package io.onhand.web.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.identity.Operators;
import io.onhand.identity.People;
import io.onhand.identity.Person;
import io.onhand.identity.Role;
import io.onhand.relay.FailedRow;
import java.time.Duration;
import java.util.UUID;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class OperatorPageTest {

    private static final String PAGE = "/operate";
    private static final Duration NOTED = Duration.ofSeconds(60);

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    @Test
    void anOperatorSeesWhatWaitsWhereAndNoTenantsBusiness() {
        TeaShop shop = TeaShop.open(program);
        FailedRow.of(program, shop.tenant());
        var browser = Browser.of(port, program, operator());
        await().atMost(NOTED)
                .untilAsserted(
                        () -> {
                            String html = browser.get(PAGE).html();
                            assertThat(html).contains("data-consumer=\"level-exceptions\"");
                            assertThat(html).contains("data-test=\"program\"");
                        });
        String html = browser.get(PAGE).html();
        assertThat(html).contains("data-stage=\"read\"", "data-stage=\"post\"");
        assertThat(html).contains("IllegalStateException").doesNotContain("TEA-EARL-100");
        assertThat(html).doesNotContain("Leaf");
    }

    @Test
    void anOperatorHasAFailedRowTriedAgainAndItsTenantFindsThatInTheAuditLog() {
        TeaShop shop = TeaShop.open(program);
        var failed = FailedRow.of(program, shop.tenant());
        Person operator = operator();
        var browser = Browser.of(port, program, operator);
        assertThat(line(browser, failed)).contains(">" + FailedRow.ATTEMPTS + "<");
        var answer =
                browser.submit(
                        PAGE,
                        PAGE + "/tries",
                        "consumer",
                        failed.consumer(),
                        "event",
                        failed.event().toString());
        assertThat(answer.location()).isEqualTo(PAGE);
        await().atMost(NOTED)
                .until(() -> line(browser, failed).contains(">" + (FailedRow.ATTEMPTS + 1) + "<"));
        String audit =
                new Api(port, shop.key(Role.OWNER)).get("/api/v1/audit-entries?limit=200").text();
        assertThat(audit).contains("try-again", operator.id().toString());
    }

    private static String line(Browser browser, FailedRow failed) {
        String html = browser.get(PAGE).html();
        int begin = html.indexOf("data-event=\"" + failed.event() + "\"");
        assertThat(begin).as(html).isPositive();
        return html.substring(begin, html.indexOf("</tr>", begin));
    }

    @Test
    void whoSignsInAsOperatorComesToThePage() {
        Person operator = operator();
        var browser = new Browser(port);
        assertThat(browser.get(PAGE).location()).startsWith("/sign-in");
        var answer =
                browser.submit(
                        "/sign-in",
                        "/sign-in",
                        "email",
                        operator.email(),
                        "password",
                        Browser.PASSWORD);
        assertThat(browser.get(answer.location()).location()).isEqualTo(PAGE);
        assertThat(browser.get(PAGE).status()).isEqualTo(200);
    }

    @Test
    void forThePeopleOfATenantThePageDoesNotExist() {
        var owner = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        assertThat(owner.get(PAGE).status()).isEqualTo(404);
        var refused =
                owner.submit(
                        "/app",
                        PAGE + "/tries",
                        "consumer",
                        "x",
                        "event",
                        UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(404);
    }

    private Person operator() {
        var person =
                program.getBean(People.class)
                        .create(
                                UUID.randomUUID() + "@onhand.demo",
                                "Sam Operator",
                                Browser.PASSWORD);
        program.getBean(Operators.class).appoint(person.id());
        return person;
    }
}
