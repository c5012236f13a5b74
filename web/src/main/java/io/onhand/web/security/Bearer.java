package io.onhand.web.security;

import io.onhand.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who showed something in the header {@code Authorization}.
 *
 * @param session on what it hangs how long they may stay: the id of a session; null for a key
 */
public record Bearer(Caller caller, @Nullable String session) {

    private static final String ATTRIBUTE = "io.onhand.bearer";

    void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The session on which hangs what the request shows; null for none. */
    public static @Nullable String session(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Bearer bearer ? bearer.session() : null;
    }
}
