package io.onhand.plugins;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.SecretField;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Asks vendors on behalf of plugins, which have no network and no secrets of their own. A plugin
 * names the vendor's own host; {@link VendorAddresses} says which server is asked instead.
 */
@Component
class Broker {

    private static final Duration TIME_MAX = Duration.ofSeconds(9);
    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([A-Za-z0-9_-]{1,64})}");

    private final Vault vault;
    private final VendorAddresses addresses;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIME_MAX)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Broker(Vault vault, VendorAddresses addresses) {
        this.vault = vault;
        this.addresses = addresses;
    }

    Outcome<HttpAnswer> ask(Installation installation, Declaration declaration, HttpCall call) {
        URI wanted = URI.create(call.url());
        if (!"https".equals(wanted.getScheme())
                || !declaration.hosts().contains(wanted.getHost())) {
            return new Outcome.Fail<>("host-not-allowed", "This host is not declared.");
        }
        var request =
                HttpRequest.newBuilder(replaced(installation, wanted))
                        .timeout(TIME_MAX)
                        .method(
                                call.method(),
                                call.body() == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(call.body()));
        for (var header : call.headers().entrySet()) {
            Optional<String> value =
                    filled(installation, declaration, wanted.getHost(), header.getValue());
            if (value.isEmpty()) {
                return new Outcome.Reauthorise<>(false);
            }
            request.header(header.getKey(), value.get());
        }
        try {
            var answer =
                    http.send(
                            request.build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers = new TreeMap<>();
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) ->
                                    headers.put(
                                            name.toLowerCase(Locale.ROOT),
                                            String.join(",", values)));
            return new Outcome.Ok<>(new HttpAnswer(answer.statusCode(), headers, answer.body()));
        } catch (IOException e) {
            return new Outcome.Retry<>(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry<>(0);
        }
    }

    private URI replaced(Installation installation, URI wanted) {
        String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        return addresses
                .instead(installation.plugin())
                .map(base -> URI.create(base + wanted.getRawPath() + query))
                .orElse(wanted);
    }

    /** A header's value with its secrets; empty if one is not there. */
    private Optional<String> filled(
            Installation installation, Declaration declaration, String host, String value) {
        Matcher wanted = SECRET.matcher(value);
        var filled = new StringBuilder();
        while (wanted.find()) {
            String name = wanted.group(1);
            boolean bound =
                    declaration.secrets().stream()
                            .filter(field -> field.name().equals(name))
                            .map(SecretField::hosts)
                            .anyMatch(hosts -> hosts.contains(host));
            Optional<String> secret = bound ? vault.secret(installation, name) : Optional.empty();
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            wanted.appendReplacement(filled, Matcher.quoteReplacement(secret.get()));
        }
        return Optional.of(wanted.appendTail(filled).toString());
    }
}
