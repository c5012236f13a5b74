package io.onhand.web.foreign;

import io.onhand.secrets.SecretBox;
import io.onhand.secrets.WrongMasterKey;
import io.onhand.tenancy.MachineClock;
import io.onhand.web.security.OnForeignSignIn;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was asked in the browser that asked, sealed: any program on the database can read the
 * answer, and an answer to what another browser asked is none.
 */
@Component
@OnForeignSignIn
class AskedCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String NAME = "onhand-asked";
    private static final String NEXT = "io.onhand.next";
    private static final byte[] PLACE = "cookie onhand-asked".getBytes(StandardCharsets.UTF_8);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SessionCookie cookies;
    private final SecretBox box;
    private final MachineClock clock;

    AskedCookie(SessionCookie cookies, SecretBox box, MachineClock clock) {
        this.cookies = cookies;
        this.box = box;
        this.clock = clock;
    }

    /** The page to go on to, of the request whose answer was just taken. */
    static String next(HttpServletRequest request) {
        return request.getAttribute(NEXT) instanceof String next ? next : "";
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asked == null) {
            cookies.writeFor(response, NAME, "", Duration.ZERO);
            return;
        }
        String next = request.getParameter("next");
        var kept =
                new AskedSignIn(
                        asked.getAuthorizationUri(),
                        asked.getClientId(),
                        Objects.requireNonNull(asked.getRedirectUri()),
                        asked.getScopes(),
                        Objects.requireNonNull(asked.getState()),
                        texts(asked.getAdditionalParameters()),
                        texts(asked.getAttributes()),
                        next == null ? "" : next,
                        clock.now().plus(LIFE).getEpochSecond());
        byte[] sealed = box.seal(JSON.writeValueAsBytes(kept), PLACE);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        cookies.writeFor(response, NAME, text, LIFE);
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        var texts = new HashMap<String, String>();
        values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(
            HttpServletRequest request) {
        return read(request).map(AskedSignIn::request).orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<AskedSignIn> kept = read(request);
        cookies.writeFor(response, NAME, "", Duration.ZERO);
        kept.ifPresent(asked -> request.setAttribute(NEXT, asked.next()));
        return kept.map(AskedSignIn::request).orElse(null);
    }

    private Optional<AskedSignIn> read(HttpServletRequest request) {
        String state = request.getParameter("state");
        return cookies.readOf(request, NAME)
                .flatMap(this::open)
                .filter(asked -> asked.state().equals(state))
                .filter(asked -> clock.now().getEpochSecond() < asked.endsAt());
    }

    private Optional<AskedSignIn> open(String text) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text);
            return Optional.of(JSON.readValue(box.open(sealed, PLACE), AskedSignIn.class));
        } catch (WrongMasterKey | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
