package io.onhand.web.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.Application;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Membership;
import io.onhand.identity.People;
import io.onhand.identity.Person;
import io.onhand.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.BrowserScript;
import onhand.testing.web.Socket;
import onhand.testing.web.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One installation in which people sign in at another, which is its issuer. They have hosts of
 * their own: what a browser keeps for a host it shows to every port of it.
 */
class ForeignSignInTest {

    private static ConfigurableApplicationContext issuer;
    private static ConfigurableApplicationContext program;
    private static int issuerPort;
    private static int port;

    private TeaShop there;
    private TeaShop here;
    private Person known;
    private Browser atIssuer;
    private Browser atProgram;

    @BeforeAll
    static void start() {
        issuerPort = free();
        port = free();
        String home = "http://localhost:" + port;
        issuer =
                run(
                        issuerPort,
                        "--onhand.public.url=" + issuerHome(),
                        "--onhand.issuer.client.id=the-other",
                        "--onhand.issuer.client.secret=a secret: of both",
                        "--onhand.issuer.client.redirect=" + home + "/sign-in/answer",
                        "--onhand.issuer.client.home=" + home + "/");
        program =
                run(
                        port,
                        "--onhand.oidc.issuer=" + issuerHome(),
                        "--onhand.oidc.client.id=the-other",
                        "--onhand.oidc.client.secret=a secret: of both");
    }

    private static String issuerHome() {
        return "http://127.0.0.1:" + issuerPort;
    }

    @AfterAll
    static void stop() {
        program.close();
        issuer.close();
    }

    @BeforeEach
    void signInAtTheIssuer() {
        there = TeaShop.open(issuer);
        here = TeaShop.open(program);
        known = Browser.person(issuer, there, Role.OWNER);
        atIssuer = new Browser(issuerPort);
        atIssuer.submit(
                "/sign-in", "/sign-in", "email", known.email(), "password", Browser.PASSWORD);
        atProgram = new Browser(port);
    }

    private Person account(Role role) {
        var people = program.getBean(People.class);
        var person = people.create(known.email(), "Priya Raman", "not used here");
        var member = new Membership(person.id(), role, new LocationLimit.Everywhere());
        here.run(() -> people.admit(member));
        return person;
    }

    /** Goes to the issuer and back; where the program sends the browser then. */
    private Browser.Page signIn(String next) {
        String way = atProgram.get("/sign-in?next=" + next).location();
        return answer(atProgram, atIssuer.get(atProgram.get(way).location()).location());
    }

    private static Browser.Page answer(Browser browser, String address) {
        return browser.get(address);
    }

    @Test
    @Tag("browser")
    void bothPagesOfSigningInElsewhereHoldInARealBrowser() throws Exception {
        account(Role.OWNER);
        BrowserScript.run(
                "elsewhere.mjs",
                "http://localhost:" + port,
                issuerHome(),
                known.email(),
                Browser.PASSWORD);
    }

    @Test
    void whoIsKnownThereSignsInHereByTheVerifiedEmailOnceAndThenByTheSubject() {
        var person = account(Role.MANAGER);
        var back = signIn("%2Fapp%2Fstock");
        assertThat(back.location()).isEqualTo("/app/stock");
        assertThat(back.header("Set-Cookie")).contains("onhand-session=", "HttpOnly");
        assertThat(atProgram.get("/app/stock").html()).contains("Priya Raman");
        assertThat(person.id()).isNotEqualTo(known.id());
        atProgram = new Browser(port);
        assertThat(signIn("%2Fapp").location()).isEqualTo("/app");
    }

    @Test
    void whoHasNoAccountHereIsToldSo() {
        var back = signIn("%2Fapp");
        assertThat(back.location()).isEqualTo("/sign-in?trouble=unknown");
        assertThat(atProgram.get(back.location()).html()).contains("have no account here yet");
        assertThat(atProgram.get("/app").location()).startsWith("/sign-in");
    }

    @Test
    void anAnswerToWhatAnotherBrowserAskedIsNone() {
        account(Role.MANAGER);
        String way = atProgram.get("/sign-in").location();
        String answer = atIssuer.get(atProgram.get(way).location()).location();
        var victim = new Browser(port);
        victim.get(victim.get("/sign-in").location());
        assertThat(answer(victim, answer).location()).isEqualTo("/sign-in?trouble=failed");
        assertThat(answer(atProgram, answer).location()).isEqualTo("/app");
        assertThat(answer(atProgram, answer).location())
                .as("once")
                .isEqualTo("/sign-in?trouble=failed");
    }

    @Test
    void nobodyIsSentToAPageOfSomebodyElse() {
        account(Role.MANAGER);
        assertThat(signIn("https%3A%2F%2Fevil.example").location()).isEqualTo("/app");
    }

    @Test
    void aPasswordIsNotAskedForNorTaken() {
        assertThat(new Api(port, null).get("/oauth2/jwks").status()).isEqualTo(404);
        var sent = new Browser(port).post("/sign-in", "email", known.email(), "password", "x");
        assertThat(sent.status()).isIn(403, 405);
    }

    @Test
    void whoSignsOutHereIsAskedToSignOutThereAndComesBack() {
        account(Role.MANAGER);
        signIn("%2Fapp%2Fstock");
        var page = atProgram.get("/app/stock");
        assertThat(page.header("Content-Security-Policy"))
                .contains("form-action 'self' " + issuerHome() + ";");
        var out = atProgram.submit("/app/stock", "/sign-out");
        assertThat(atProgram.get("/app/stock").location()).startsWith("/sign-in");
        assertThat(out.header("Location")).startsWith(issuerHome() + "/connect/logout?");
        var ended = atIssuer.submit(out.location(), "/sign-out", "next", out.location());
        assertThat(ended.location()).isEqualTo(out.location());
        assertThat(atIssuer.get(out.location()).header("Location"))
                .isEqualTo("http://localhost:" + port + "/");
        assertThat(atIssuer.get("/app/stock").location()).startsWith("/sign-in");
        assertThat(
                        atIssuer.get(
                                        "/connect/logout?client_id=the-other"
                                                + "&post_logout_redirect_uri=https://evil.example")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aTokenOfTheIssuerOpensTheApiForWhoSignedInHereBefore() throws Exception {
        account(Role.AUDITOR);
        String token = new Tool(issuerPort).tokens(atIssuer).access();
        var api = new Api(port, token);
        assertThat(api.get("/api/v1/locations").status()).as("not bound yet").isEqualTo(401);
        signIn("%2Fapp");
        assertThat(api.get("/api/v1/locations").status()).isEqualTo(200);
        assertThat(api.post("/api/v1/adjustments", "{}").code()).isEqualTo("forbidden");
        try (var socket = Socket.open(port, token)) {
            socket.subscribe("stock:LONDON");
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
            here.run(() -> program.getBean(People.class).dismiss(person()));
            assertThat(socket.closeCode()).isEqualTo(4003);
        }
        assertThat(api.get("/api/v1/locations").status()).isEqualTo(401);
    }

    private io.onhand.identity.PersonId person() {
        return program.getBean(People.class).byEmail(known.email()).orElseThrow().id();
    }

    private static ConfigurableApplicationContext run(int at, String... more) {
        var arguments = new ArrayList<String>();
        for (String setting : TestDatabase.fresh().settings()) {
            arguments.add("--" + setting);
        }
        arguments.addAll(
                List.of("--server.port=" + at, "--onhand.demo=false", "--onhand.limits=off"));
        arguments.add("--logging.level.root=warn");
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(Application.class)
                .run(arguments.toArray(String[]::new));
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
