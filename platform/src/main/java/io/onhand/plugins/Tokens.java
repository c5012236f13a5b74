package io.onhand.plugins;

import io.onhand.plugin.Declaration.OAuth;
import io.onhand.secrets.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor gave for a code or a refresh token; it has no text form.
 *
 * @param refresh null if the vendor gave none
 * @param expires null if it does not say
 * @param account the vendor's name of the account, if the plugin declares where it stands
 */
record Tokens(
        String access,
        @Nullable String refresh,
        @Nullable Instant expires,
        @Nullable String account) {

    /** How long before its end a token that lives long is refreshed. */
    static final Duration AHEAD_MAX = Duration.ofDays(7);

    private static final String REFRESH = "-refresh";
    private static final String REFRESH_AT = "-refresh-at";

    /** Of which token these are: they are nothing to one that a person entered later. */
    private static final String REFRESH_OF = "-refresh-of";

    /** The secrets as which they are kept, beside the declared one that the access token is. */
    Map<String, String> secrets(OAuth oauth, Instant now) {
        Map<String, String> secrets = new HashMap<>();
        secrets.put(oauth.secret(), access);
        secrets.put(oauth.secret() + REFRESH_OF, mark(access));
        if (refresh != null) {
            secrets.put(oauth.secret() + REFRESH, refresh);
        }
        secrets.put(
                oauth.secret() + REFRESH_AT,
                expires == null ? "" : refreshAt(now, expires).toString());
        return secrets;
    }

    /** Seven days before its end, or at half of its life if that is later. */
    private static Instant refreshAt(Instant now, Instant expires) {
        Duration life = Duration.between(now, expires);
        Instant half = now.plus(life.dividedBy(2));
        Instant ahead = expires.minus(AHEAD_MAX);
        return ahead.isAfter(half) ? ahead : half;
    }

    /** The setting that names the account; none if the vendor named none. */
    Map<String, String> settings(OAuth oauth) {
        return account == null ? Map.of() : Map.of(oauth.accountSetting(), account);
    }

    /** What is kept of a refresh token. */
    static Optional<String> refreshToken(OAuth oauth, Function<String, Optional<String>> secrets) {
        return secrets.apply(oauth.secret() + REFRESH)
                .filter(kept -> !kept.isBlank() && areOfTheToken(oauth, secrets));
    }

    /** When the kept token is to be refreshed; empty if nobody knows. */
    static Optional<Instant> refreshAt(OAuth oauth, Function<String, Optional<String>> secrets) {
        return secrets.apply(oauth.secret() + REFRESH_AT)
                .flatMap(Tokens::time)
                .filter(_ -> areOfTheToken(oauth, secrets));
    }

    private static boolean areOfTheToken(OAuth oauth, Function<String, Optional<String>> secrets) {
        Optional<String> mark = secrets.apply(oauth.secret() + REFRESH_OF);
        return mark.isPresent() && mark.equals(secrets.apply(oauth.secret()).map(Tokens::mark));
    }

    private static String mark(String token) {
        return HexFormat.of().formatHex(Secrets.sha256(token));
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
