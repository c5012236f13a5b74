package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The pages on which a person signs in at a vendor and comes back from him. */
@WebTest
class VendorSignInPagesTest {

    private static final String SETTINGS = "the vendor of the pages";
    private static final String BACK = "/app/connect/back";
    private static final Pattern THERE =
            Pattern.compile("<a[^>]*data-test=\"there\"[^>]*href=\"([^\"]+)\"");

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired ConfigurableEnvironment environment;

    /** The codes with which the vendor was asked for tokens. */
    private final List<String> codes = new CopyOnWriteArrayList<>();

    private HttpServer vendor;
    private TeaShop shop;
    private Browser owner;
    private String till;

    @BeforeEach
    void aConnectionWhoseVendorLetsPeopleSignIn() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/oauth2/token", this::token);
        vendor.start();
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                SETTINGS,
                                Map.of(
                                        "onhand.connectors.square.base.url", address(),
                                        "onhand.connectors.square.client.id", "our-id",
                                        "onhand.connectors.square.client.secret", "our-secret")));
        shop = TeaShop.open(program);
        owner = Browser.of(port, program, shop, Role.OWNER);
        till = connect();
    }

    @AfterEach
    void close() {
        environment.getPropertySources().remove(SETTINGS);
        vendor.stop(0);
    }

    @Test
    void whoBeginsIsLedToTheVendorAndComesBackWithACode() {
        URI there = begin(owner);
        assertThat(there.toString()).startsWith(address() + "/oauth2/authorize?session=false&");
        assertThat(query(there))
                .containsEntry("client_id", "our-id")
                .containsEntry("response_type", "code");
        assertThat(query(there).get("redirect_uri")).endsWith(BACK);
        assertThat(back(owner, "code=good&state=" + query(there).get("state")))
                .isEqualTo("signed-in");
        assertThat(codes).containsExactly("good");
        assertThat(found().settings()).containsEntry("merchant", "M-SIGNED-IN");
        assertThat(owner.get(page("?done=signed-in")).html()).contains("The access is granted.");
    }

    @Test
    void whoSaysNoThereChangesNothingAndTheVendorIsNotAsked() {
        String state = query(begin(owner)).get("state");
        assertThat(back(owner, "error=access_denied&state=" + state)).isEqualTo("denied");
        assertThat(codes).isEmpty();
        assertThat(found().settings()).doesNotContainKey("merchant");
        assertThat(owner.get(page("?done=denied")).html()).contains("did not grant the access");
    }

    @Test
    void aCodeThatTheVendorDoesNotTakeIsNoAccess() {
        String state = query(begin(owner)).get("state");
        assertThat(back(owner, "code=bad&state=" + state)).isEqualTo("denied");
        assertThat(codes).containsExactly("bad");
    }

    @Test
    void aStateThatNobodyBeganWithChangesNothing() {
        begin(owner);
        assertThat(back(owner, "code=good&state=another")).isEqualTo("not-begun");
        assertThat(codes).isEmpty();
        assertThat(owner.get(page("?done=not-begun")).html()).contains("It was not begun here");
    }

    @Test
    void whatAPersonBeganNobodyElseEnds() {
        String state = query(begin(owner)).get("state");
        var other = Browser.of(port, program, shop, Role.OWNER);
        begin(other);
        assertThat(back(other, "code=good&state=" + state)).isEqualTo("not-begun");
        var stray = Browser.of(port, program, shop, Role.OWNER);
        assertThat(stray.get(BACK + "?code=good&state=" + state).status()).isEqualTo(404);
        assertThat(codes).isEmpty();
    }

    @Test
    void whoMayNotEnterSecretsDoesNotSignIn() {
        var manager = Browser.of(port, program, shop, Role.MANAGER);
        assertThat(manager.submit("/app/stock", page("/sign-in")).status()).isEqualTo(403);
        assertThat(manager.get(BACK + "?code=good&state=x").status()).isEqualTo(403);
        assertThat(owner.get(page("")).html()).contains("data-test=\"sign-in\"");
        assertThat(manager.get(page("")).html()).doesNotContain("data-test=\"sign-in\"");
    }

    private URI begin(Browser browser) {
        var page = browser.submit("/app/stock", page("/sign-in"));
        assertThat(page.status()).as(page.html()).isEqualTo(200);
        assertThat(page.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=" + BACK);
        var link = THERE.matcher(page.html());
        assertThat(link.find()).as(page.html()).isTrue();
        return URI.create(link.group(1).replace("&amp;", "&"));
    }

    /** What the page is told that the person comes to from the vendor. */
    private String back(Browser browser, String query) {
        var page = browser.get(BACK + "?" + query);
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location()).startsWith(page("?done="));
        return page.location().substring(page("?done=").length());
    }

    private String connect() {
        String code = "till-" + UUID.randomUUID();
        var page =
                owner.submit(
                        "/app/stock",
                        "/app/connect",
                        "plugin",
                        "square",
                        "code",
                        code,
                        "name",
                        "Till",
                        "mode",
                        "observe",
                        "match",
                        "sku");
        assertThat(page.status()).as(page.html()).isEqualTo(302);
        return code;
    }

    private Connection found() {
        return shop.call(() -> program.getBean(ConnectionQueries.class).details(till))
                .orElseThrow()
                .connection();
    }

    private String page(String rest) {
        return "/app/connections/" + till + rest;
    }

    private String address() {
        return "http://127.0.0.1:" + vendor.getAddress().getPort();
    }

    private static Map<String, String> query(URI page) {
        return Arrays.stream(page.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void token(HttpExchange ask) throws IOException {
        try (ask) {
            var body = new JsonMapper().readTree(ask.getRequestBody().readAllBytes());
            String code = body.path("code").asString("");
            codes.add(code);
            boolean good = code.equals("good");
            byte[] answer =
                    (good
                                    ? "{\"access_token\":\"a\",\"refresh_token\":\"r\","
                                            + "\"token_type\":\"bearer\","
                                            + "\"expires_at\":\"2099-01-01T00:00:00Z\","
                                            + "\"merchant_id\":\"M-SIGNED-IN\"}"
                                    : "{\"error\":\"invalid_grant\"}")
                            .getBytes(StandardCharsets.UTF_8);
            ask.sendResponseHeaders(good ? 200 : 400, answer.length);
            ask.getResponseBody().write(answer);
        }
    }
}
