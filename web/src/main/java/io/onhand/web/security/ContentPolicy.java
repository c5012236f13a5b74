package io.onhand.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/** What our pages may load, and where their forms may lead: to ourselves, nothing inline. */
public final class ContentPolicy {

    private static final String HEADER = "Content-Security-Policy";

    private ContentPolicy() {}

    /**
     * The policy.
     *
     * @param formTargets origins besides ours to which the answer to a form may redirect
     */
    static String of(String... formTargets) {
        return "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                + " form-action "
                + String.join(" ", "'self'", String.join(" ", formTargets)).strip()
                + "; frame-ancestors 'none'";
    }

    /** Lets the forms of this one page lead to the origin of an address. */
    public static void allowFormsTo(HttpServletResponse response, URI address) {
        response.setHeader(HEADER, of(address.getScheme() + "://" + address.getRawAuthority()));
    }
}
