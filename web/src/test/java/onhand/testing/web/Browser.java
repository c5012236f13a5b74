package onhand.testing.web;

import io.onhand.identity.LocationLimit;
import io.onhand.identity.Membership;
import io.onhand.identity.People;
import io.onhand.identity.Person;
import io.onhand.identity.Role;
import io.onhand.identity.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onhand.testing.TeaShop;
import org.springframework.beans.factory.BeanFactory;

/** A small browser without scripts: keeps cookies, sends forms, follows nothing by itself. */
public final class Browser {

    public static final String PASSWORD = "a good password";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN =
            Pattern.compile(
                    "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final int port;
    private final Map<String, String> cookies = new HashMap<>();

    public Browser(int port) {
        this.port = port;
    }

    /** A page as it came back. */
    public record Page(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String html() {
            return response.body();
        }

        /** Where to go on, as a path; empty for nowhere. */
        public String location() {
            return response.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .map(
                            to ->
                                    to.getRawPath()
                                            + (to.getRawQuery() == null
                                                    ? ""
                                                    : "?" + to.getRawQuery()))
                    .orElse("");
        }

        /** All of a header's values, one a line. */
        public String header(String name) {
            return String.join("\n", response.headers().allValues(name));
        }
    }

    /** Makes a person with {@link #PASSWORD} who is a member of the shops' tenant. */
    public static Person person(BeanFactory program, TeaShop shop, Role role, String... locations) {
        var people = program.getBean(People.class);
        var person = people.create(UUID.randomUUID() + "@leaf.demo", "Priya Raman", PASSWORD);
        LocationLimit limit =
                locations.length == 0
                        ? new LocationLimit.Everywhere()
                        : new LocationLimit.Only(
                                Set.copyOf(
                                        Arrays.stream(locations)
                                                .map(shop::location)
                                                .collect(Collectors.toSet())));
        shop.run(() -> people.admit(new Membership(person.id(), role, limit)));
        return person;
    }

    /** A browser in which such a person is signed in. */
    public static Browser of(
            int port, BeanFactory program, TeaShop shop, Role role, String... locations) {
        return of(port, program, person(program, shop, role, locations));
    }

    /** A browser in which this person is signed in. */
    public static Browser of(int port, BeanFactory program, Person person) {
        var browser = new Browser(port);
        browser.cookies.put("onhand-session", program.getBean(Sessions.class).open(person.id()));
        return browser;
    }

    public Page get(String path) {
        return send(request(path).GET().build());
    }

    /** Opens the page with the form, fills it in and sends it to the address. */
    public Page submit(String page, String action, String... fields) {
        var token = TOKEN.matcher(get(page).html());
        if (!token.find()) {
            throw new IllegalStateException("no form on " + page);
        }
        String value = token.group(1) == null ? token.group(2) : token.group(1);
        var all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "_csrf";
        all[fields.length + 1] = value;
        return post(action, all);
    }

    /** Sends a form as it is. */
    public Page post(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        request.header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Page send(HttpRequest request) {
        try {
            var page = new Page(CLIENT.send(request, BodyHandlers.ofString()));
            for (String cookie : page.response().headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
