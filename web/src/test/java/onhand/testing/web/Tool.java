package onhand.testing.web;

import io.onhand.identity.Role;
import io.onhand.secrets.Secrets;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import onhand.testing.TeaShop;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool on somebody's machine that acts for them, as the documentation says how. */
public final class Tool {

    public static final String CALLBACK = "http://127.0.0.1:49152/callback";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern STATE = Pattern.compile("name=\"state\" value=\"([^\"]+)\"");

    private final int port;
    private final String verifier = Secrets.random(48);

    public Tool(int port) {
        this.port = port;
    }

    /** What a tool is given. */
    public record Tokens(String access, String refresh, String id) {}

    /** An access token of a new person with this role. */
    public static String token(
            int port, BeanFactory program, TeaShop shop, Role role, String... locations) {
        return new Tool(port).tokens(Browser.of(port, program, shop, role, locations)).access();
    }

    /** Where the tool sends the browser. */
    public String ask(String... changes) {
        var asked = new java.util.LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", "onhand-cli");
        asked.put("redirect_uri", CALLBACK);
        asked.put("scope", "openid profile email api");
        asked.put("state", "a-state");
        asked.put("nonce", "a-nonce");
        asked.put("code_challenge", challenge());
        asked.put("code_challenge_method", "S256");
        for (int i = 0; i < changes.length; i += 2) {
            asked.put(changes[i], changes[i + 1]);
        }
        asked.values().removeIf(String::isEmpty);
        var query = new StringBuilder("/oauth2/authorize");
        asked.forEach(
                (name, value) ->
                        query.append(query.indexOf("?") < 0 ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    private String challenge() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.sha256(verifier));
    }

    /** Lets the person of the browser consent; where the browser is sent then. */
    public URI consent(Browser browser) {
        return submit(browser, browser.get(browser.get(ask()).location()), "api");
    }

    /** Sends the form of the consent page. */
    public static URI submit(Browser browser, Browser.Page page, String scope) {
        var sent =
                browser.post(
                        "/oauth2/authorize",
                        "client_id",
                        "onhand-cli",
                        "state",
                        state(page),
                        "scope",
                        "openid",
                        "scope",
                        scope);
        return URI.create(sent.header("Location"));
    }

    public static String state(Browser.Page page) {
        var state = STATE.matcher(page.html());
        if (!state.find()) {
            throw new IllegalStateException("no consent asked: " + page.html());
        }
        return state.group(1);
    }

    public static String parameter(URI address, String name) {
        for (String pair : String.valueOf(address.getQuery()).split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new IllegalStateException("no " + name + " in " + address);
    }

    /** Goes all the way. */
    public Tokens tokens(Browser browser) {
        return tokens(exchange(parameter(consent(browser), "code")));
    }

    public static Tokens tokens(Browser.Page answer) {
        JsonNode json = JSON.readTree(answer.html());
        return new Tokens(
                json.path("access_token").asString(""),
                json.path("refresh_token").asString(""),
                json.path("id_token").asString(""));
    }

    /** Shows the code. */
    public Browser.Page exchange(String code) {
        return exchange(port, code, verifier);
    }

    /** Shows the code to another program, or with another proof. */
    public Browser.Page exchange(int at, String code, String proof) {
        return new Browser(at)
                .post(
                        "/oauth2/token",
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "onhand-cli",
                        "redirect_uri",
                        CALLBACK,
                        "code",
                        code,
                        "code_verifier",
                        proof);
    }

    public String verifier() {
        return verifier;
    }

    public Browser.Page refresh(String token) {
        return new Browser(port)
                .post(
                        "/oauth2/token",
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        "onhand-cli",
                        "refresh_token",
                        token);
    }

    public Browser.Page revoke(String token) {
        return new Browser(port).post("/oauth2/revoke", "client_id", "onhand-cli", "token", token);
    }

    /** What a signed token says. */
    public static JsonNode claims(String token) {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
