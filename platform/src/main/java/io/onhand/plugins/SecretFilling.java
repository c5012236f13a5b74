package io.onhand.plugins;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.SecretField;
import io.onhand.plugin.HttpAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a connection's secrets into the headers of one request, and takes them out of its answer.
 */
final class SecretFilling {

    /** What is shorter is not looked for in answers: it would be found in what is none. */
    static final int MASKED_LENGTH_MIN = 8;

    private static final Pattern WANTED = Pattern.compile("\\$\\{secret:([A-Za-z0-9_-]{1,64})}");

    /** What became of the headers. */
    sealed interface Result {

        /** They are complete. */
        record Filled(Map<String, String> headers) implements Result {}

        /** The plugin wants a secret that does not go to this host. */
        record NotBound() implements Result {}

        /** The connection has no such secret. */
        record Missing() implements Result {}
    }

    private final Vault vault;
    private final Installation installation;
    private final Declaration declaration;
    private final String host;
    private final Set<String> sent = new HashSet<>();

    SecretFilling(Vault vault, Installation installation, Declaration declaration, String host) {
        this.vault = vault;
        this.installation = installation;
        this.declaration = declaration;
        this.host = host;
    }

    Result fill(Map<String, String> headers) {
        Map<String, String> known = new HashMap<>();
        for (String value : headers.values()) {
            Matcher wanted = WANTED.matcher(value);
            while (wanted.find()) {
                String name = wanted.group(1);
                if (!isBound(name)) {
                    return new Result.NotBound();
                }
                Optional<String> secret = vault.secret(installation, name);
                if (secret.isEmpty()) {
                    return new Result.Missing();
                }
                known.put(name, secret.get());
            }
        }
        sent.addAll(known.values());
        Map<String, String> filled = new HashMap<>();
        headers.forEach((name, value) -> filled.put(name, filled(value, known)));
        return new Result.Filled(filled);
    }

    private boolean isBound(String name) {
        return declaration.secrets().stream()
                .filter(field -> field.name().equals(name))
                .map(SecretField::hosts)
                .anyMatch(hosts -> hosts.contains(host));
    }

    private static String filled(String value, Map<String, String> known) {
        return WANTED.matcher(value)
                .replaceAll(
                        wanted ->
                                Matcher.quoteReplacement(known.getOrDefault(wanted.group(1), "")));
    }

    /** The answer, with {@code ***} for every secret that was sent. */
    HttpAnswer masked(HttpAnswer answer) {
        Map<String, String> headers = new HashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, masked(value)));
        return new HttpAnswer(answer.status(), headers, masked(answer.body()));
    }

    private String masked(String text) {
        String masked = text;
        for (String secret : sent) {
            if (secret.length() >= MASKED_LENGTH_MIN) {
                masked =
                        masked.replace(secret, "***")
                                .replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "***");
            }
        }
        return masked;
    }
}
