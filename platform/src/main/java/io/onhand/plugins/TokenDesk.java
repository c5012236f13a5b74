package io.onhand.plugins;

import io.onhand.plugin.Declaration.OAuth;
import io.onhand.plugins.Asked.Amount;
import io.onhand.tenancy.MachineClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks vendors for tokens, as the application that is registered there. */
@Component
class TokenDesk {

    private static final Logger log = LoggerFactory.getLogger(TokenDesk.class);
    private static final int TOKEN_LENGTH_MAX = 2_000;

    private final Environment environment;
    private final VendorRoad road;
    private final VendorAsks asks;
    private final MachineClock clock;
    private final JsonMapper json;

    TokenDesk(
            Environment environment,
            VendorRoad road,
            VendorAsks asks,
            MachineClock clock,
            JsonMapper json) {
        this.environment = environment;
        this.road = road;
        this.asks = asks;
        this.clock = clock;
        this.json = json;
    }

    /** What became of asking. */
    sealed interface Answer {

        record Given(Tokens tokens) implements Answer {}

        /** The vendor does not take the code or the refresh token. */
        record Refused() implements Answer {}

        /** It may go well later. */
        record Later() implements Answer {}
    }

    /** The id of our application at a plugin's vendor; empty if there is none. */
    Optional<String> clientId(String plugin) {
        return setting(plugin, "id").filter(_ -> setting(plugin, "secret").isPresent());
    }

    private Optional<String> setting(String plugin, String name) {
        String set = environment.getProperty("onhand.connectors." + plugin + ".client." + name, "");
        return Optional.of(set.strip()).filter(text -> !text.isEmpty());
    }

    /** Asks for the tokens of a code. */
    Answer ofCode(Installation installation, OAuth oauth, String code, String redirect) {
        return ask(
                installation,
                oauth,
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect),
                Broker.TIME_MAX);
    }

    /** Asks for the tokens of a refresh token. */
    Answer ofRefreshToken(Installation installation, OAuth oauth, String token, Duration longest) {
        return ask(
                installation,
                oauth,
                Map.of("grant_type", "refresh_token", "refresh_token", token),
                longest);
    }

    private Answer ask(
            Installation installation, OAuth oauth, Map<String, String> grant, Duration longest) {
        String plugin = installation.plugin();
        Optional<VendorUrl> url = VendorUrl.of(oauth.tokenUrl());
        Optional<String> id = clientId(plugin);
        if (url.isEmpty() || id.isEmpty()) {
            return new Answer.Refused();
        }
        Map<String, String> body = new HashMap<>(grant);
        body.put("client_id", id.get());
        body.put("client_secret", setting(plugin, "secret").orElseThrow());
        var way = road.to(plugin, url.get());
        var request =
                new VendorRequest(
                        "POST",
                        way.address(),
                        Map.of("Content-Type", "application/json", "Accept", "application/json"),
                        json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        try {
            var received = way.send(request, longest);
            count(installation, url.get(), Asked.outcome(received.answer()), received.bytes());
            return answer(oauth, received.answer().status(), received.answer().body());
        } catch (IOException e) {
            log.debug("{} gave no token", url.get().host(), e);
            count(installation, url.get(), Asked.NO_ANSWER, 0);
            return new Answer.Later();
        }
    }

    private Answer answer(OAuth oauth, int status, String body) {
        if (status == 400 || status == 401 || status == 403) {
            return new Answer.Refused();
        }
        if (status != 200) {
            return new Answer.Later();
        }
        try {
            JsonNode given = json.readTree(body);
            String access = text(given, "access_token");
            return access == null
                    ? new Answer.Refused()
                    : new Answer.Given(
                            new Tokens(
                                    access,
                                    text(given, "refresh_token"),
                                    expires(given).orElse(null),
                                    text(given, oauth.accountField())));
        } catch (JacksonException e) {
            return new Answer.Later();
        }
    }

    /** By a time, as some vendors say it, or by seconds, as the standard does. */
    private Optional<Instant> expires(JsonNode given) {
        if (given.path("expires_in").canConvertToLong()) {
            return Optional.of(clock.now().plusSeconds(given.path("expires_in").asLong()));
        }
        return Optional.ofNullable(text(given, "expires_at")).flatMap(Tokens::time);
    }

    private static @Nullable String text(JsonNode given, String field) {
        JsonNode value = given.path(field);
        return value.isString()
                        && !value.asString().isBlank()
                        && value.asString().length() <= TOKEN_LENGTH_MAX
                ? value.asString()
                : null;
    }

    private void count(Installation installation, VendorUrl url, String outcome, int received) {
        asks.count(
                new Asked(
                        installation.tenant(),
                        installation.connection(),
                        url.host(),
                        "token",
                        outcome),
                new Amount(1, 0, received));
    }
}
