package io.onhand.web.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.Tool;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class IssuerTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Tool tool;
    private Browser browser;

    @BeforeEach
    void signIn() {
        shop = TeaShop.open(program);
        tool = new Tool(port);
        browser = Browser.of(port, program, shop, Role.MANAGER);
    }

    @Test
    void theIssuerDescribesItselfByItsPublicAddressWhateverTheRequestCallsIt() throws IOException {
        var told = new Api(port, null).get("/.well-known/openid-configuration").json();
        String issuer = "http://localhost:" + port;
        assertThat(told.path("issuer").asString()).isEqualTo(issuer);
        assertThat(told.path("token_endpoint").asString()).isEqualTo(issuer + "/oauth2/token");
        assertThat(told.path("code_challenge_methods_supported").toString()).contains("S256");
        assertThat(told.has("userinfo_endpoint")).isFalse();
        assertThat(told.has("introspection_endpoint")).isFalse();
        assertThat(raw("evil.example")).contains("\"issuer\":\"" + issuer + "\"");
        assertThat(raw("evil.example")).doesNotContain("evil");
        var keys = new Api(port, null).get("/oauth2/jwks").json().path("keys");
        assertThat(keys.size()).isEqualTo(1);
        assertThat(keys.get(0).has("d")).as("the secret half").isFalse();
    }

    private String raw(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request =
                    "GET /.well-known/openid-configuration HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aToolActsForThePersonWhoSaidYes() {
        var tokens = tool.tokens(browser);
        var claims = Tool.claims(tokens.access());
        assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:" + port);
        assertThat(claims.path("aud").toString()).contains("onhand-api");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(new Api(port, tokens.access()).get("/api/v1/locations").status()).isEqualTo(200);
        var id = Tool.claims(tokens.id());
        assertThat(id.path("nonce").asString()).isEqualTo("a-nonce");
        assertThat(id.path("aud").toString()).contains("onhand-cli").doesNotContain("onhand-api");
    }

    @Test
    void whoIsNotSignedInSignsInOnThePageOfAllAndComesBackToTheQuestion() {
        var person = Browser.person(program, shop, Role.OWNER);
        var stranger = new Browser(port);
        String page = stranger.get(tool.ask()).location();
        assertThat(page).startsWith("/sign-in?next=%2Foauth2%2Fauthorize");
        String next = java.net.URLDecoder.decode(page.split("next=")[1], StandardCharsets.UTF_8);
        var signedIn =
                stranger.submit(
                        page,
                        "/sign-in",
                        "email",
                        person.email(),
                        "password",
                        Browser.PASSWORD,
                        "next",
                        next);
        assertThat(signedIn.header("Refresh"))
                .as("no redirect, which the policy of the form's page would stop")
                .isEqualTo("0; url=" + next);
        var asked = stranger.get(stranger.get(next).location());
        assertThat(asked.html()).contains("Onhand command line", "127.0.0.1:49152");
        assertThat(asked.header("Content-Security-Policy"))
                .contains("form-action 'self' http://127.0.0.1:49152;");
        assertThat(asked.header("Set-Cookie")).doesNotContain("JSESSIONID");
        var answer = Tool.submit(stranger, asked, "api");
        assertThat(answer.toString()).startsWith(Tool.CALLBACK + "?code=");
        assertThat(Tool.parameter(answer, "state")).isEqualTo("a-state");
    }

    @Test
    void whoSaysNoGivesNothing() {
        var page = browser.get(browser.get(tool.ask()).location());
        var refused =
                browser.post(
                        "/oauth2/authorize", "client_id", "onhand-cli", "state", Tool.state(page));
        assertThat(refused.header("Location"))
                .startsWith(Tool.CALLBACK)
                .contains("error=access_denied")
                .doesNotContain("code=");
    }

    @Test
    void nobodySaysYesForSomebodyElse() {
        var page = browser.get(browser.get(tool.ask()).location());
        var other = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        var sent =
                other.post(
                        "/oauth2/authorize",
                        "client_id",
                        "onhand-cli",
                        "state",
                        Tool.state(page),
                        "scope",
                        "api");
        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.header("Location")).isEmpty();
    }

    @Test
    void theAnswerGoesNowhereElse() {
        for (String target :
                List.of(
                        "https://evil.example/callback",
                        "http://127.0.0.1.evil.example/callback",
                        "http://127.0.0.1:80@evil.example/callback",
                        "http://127.0.0.1/elsewhere",
                        "https://127.0.0.1/callback",
                        "http://localhost/callback")) {
            for (Browser one : List.of(browser, new Browser(port))) {
                var refused = one.get(tool.ask("redirect_uri", target));
                assertThat(refused.status()).as(target).isEqualTo(400);
                assertThat(refused.header("Location")).as(target).isEmpty();
            }
        }
        assertThat(browser.get(tool.ask("client_id", "somebody")).status()).isEqualTo(400);
    }

    @Test
    void withoutAProofKeyNothingBegins() {
        for (String[] changes :
                new String[][] {
                    {"code_challenge", "", "code_challenge_method", ""},
                    {"code_challenge_method", "plain"}
                }) {
            assertThat(browser.get(tool.ask(changes)).header("Location"))
                    .startsWith(Tool.CALLBACK)
                    .contains("error=invalid_request");
        }
        String code = Tool.parameter(tool.consent(browser), "code");
        var stolen = tool.exchange(port, code, new Tool(port).verifier());
        assertThat(stolen.status()).isEqualTo(400);
        assertThat(stolen.html()).contains("invalid_grant");
    }

    @Test
    void aCodeIsGoodOnceAndShownTwiceItEndsWhatItGave() {
        String code = Tool.parameter(tool.consent(browser), "code");
        var first = tool.exchange(code);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(tool.exchange(code).html()).contains("invalid_grant");
        assertThat(tool.refresh(Tool.tokens(first).refresh()).html()).contains("invalid_grant");
    }

    @Test
    void ofTwoWhoShowACodeAtTheSameMomentOneIsGivenTokens() throws Exception {
        String code = Tool.parameter(tool.consent(browser), "code");
        try (var many = Executors.newFixedThreadPool(6)) {
            Callable<Integer> show = () -> tool.exchange(code).status();
            var answers = many.invokeAll(List.of(show, show, show, show, show, show));
            int given = 0;
            for (var answer : answers) {
                given += answer.get() == 200 ? 1 : 0;
                assertThat(answer.get()).isIn(200, 400);
            }
            assertThat(given).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aRefreshTokenIsGoodOnceAndShownTwiceItEndsAll() {
        var first = tool.tokens(browser);
        var second = Tool.tokens(tool.refresh(first.refresh()));
        assertThat(new Api(port, second.access()).get("/api/v1/locations").status()).isEqualTo(200);
        assertThat(second.refresh()).isNotEqualTo(first.refresh()).isNotEmpty();
        assertThat(tool.refresh(first.refresh()).html()).contains("invalid_grant");
        assertThat(tool.refresh(second.refresh()).html()).contains("invalid_grant");
    }

    @Test
    void aRevokedRefreshTokenIsWorthNothing() {
        var tokens = tool.tokens(browser);
        assertThat(tool.revoke(tokens.refresh()).status()).isEqualTo(200);
        assertThat(tool.refresh(tokens.refresh()).html()).contains("invalid_grant");
    }

    @Test
    void signingOutEndsWhatWasGrantedFromThere() {
        var tokens = tool.tokens(browser);
        browser.submit("/app/stock", "/sign-out");
        assertThat(new Api(port, tokens.access()).get("/api/v1/locations").status()).isEqualTo(401);
        assertThat(tool.refresh(tokens.refresh()).html()).contains("invalid_grant");
    }

    @Test
    void whoBelongsToTwoCompaniesChoosesOneFirstAndTheTokenIsForThatOne() {
        var other = TeaShop.open(program);
        var person = Browser.person(program, shop, Role.OWNER);
        var member =
                new io.onhand.identity.Membership(
                        person.id(),
                        Role.AUDITOR,
                        new io.onhand.identity.LocationLimit.Everywhere());
        other.run(() -> program.getBean(io.onhand.identity.People.class).admit(member));
        var both = new Browser(port);
        both.submit("/sign-in", "/sign-in", "email", person.email(), "password", Browser.PASSWORD);
        String choice = both.get(tool.ask()).location();
        assertThat(choice).startsWith("/tenants?next=%2Foauth2");
        String next = java.net.URLDecoder.decode(choice.split("next=")[1], StandardCharsets.UTF_8);
        String chosen = other.tenant().value().toString();
        var went = both.submit(choice, "/tenants", "tenant", chosen, "next", next);
        assertThat(went.header("Refresh")).isEqualTo("0; url=" + next);
        var answer = Tool.submit(both, both.get(both.get(next).location()), "api");
        String token = Tool.tokens(tool.exchange(Tool.parameter(answer, "code"))).access();
        assertThat(Tool.claims(token).path("organization").toString()).contains(chosen);
        var wrote = new Api(port, token).post("/api/v1/adjustments", "{}");
        assertThat(wrote.code()).as("an auditor there").isEqualTo("forbidden");
    }

    @Test
    void withoutTheScopeOfTheApiATokenDoesNotOpenIt() {
        String location = browser.get(tool.ask("scope", "openid email")).location();
        URI answer = Tool.submit(browser, browser.get(location), "email");
        var tokens = Tool.tokens(tool.exchange(Tool.parameter(answer, "code")));
        assertThat(tokens.access()).isNotEmpty();
        assertThat(new Api(port, tokens.access()).get("/api/v1/locations").status()).isEqualTo(401);
        assertThat(browser.get(tool.ask("scope", "openid admin")).header("Location"))
                .contains("error=invalid_scope");
    }
}
