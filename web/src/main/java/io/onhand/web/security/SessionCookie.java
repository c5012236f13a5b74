package io.onhand.web.security;

import io.onhand.web.start.PublicUrl;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that keeps a session's secret in the browser. Where the public address is https it is
 * bound to this very host, and is never sent in clear.
 */
@Component
public class SessionCookie {

    private static final String NAME = "onhand-session";
    private static final String BOUND_TO_HOST = "__Host-";

    private final PublicUrl url;

    SessionCookie(PublicUrl url) {
        this.url = url;
    }

    /** The secret that the request shows, good or not. */
    public Optional<String> read(HttpServletRequest request) {
        return readOf(request, NAME);
    }

    /** What the request shows in a cookie of ours of this name. */
    public Optional<String> readOf(HttpServletRequest request, String plain) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(plain)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Gives the browser a secret, until it is closed. */
    public void write(HttpServletResponse response, String secret) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(NAME, secret).build().toString());
    }

    /** Makes the browser forget. */
    public void clear(HttpServletResponse response) {
        writeFor(response, NAME, "", Duration.ZERO);
    }

    /** Gives the browser a cookie of the same kind for some time; for none, takes it away. */
    public void writeFor(HttpServletResponse response, String plain, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(plain, value).maxAge(life).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String plain, String value) {
        return ResponseCookie.from(name(plain), value)
                .path("/")
                .httpOnly(true)
                .secure(isSecure())
                .sameSite("Lax");
    }

    /** Whether browsers come by https. */
    boolean isSecure() {
        return url.value().startsWith("https:");
    }

    /** A cookie's name with the prefix that binds it to this host, where browsers allow it. */
    String name(String plain) {
        return isSecure() ? BOUND_TO_HOST + plain : plain;
    }
}
