package io.onhand.web.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where to go on after a sign-in: a page of ours, whatever a form says; it may be made elsewhere.
 */
final class NextPage {

    static final String HOME = "/app";

    private static final String OURS =
            "/(app|operate)([/?][!-z|~]{0,2000})?|/oauth2/authorize\\?[!-z|~]{1,4000}";

    private NextPage() {}

    /** The page named, if it is one of ours, or home. */
    static String of(String named) {
        return named.matches(OURS) ? named : HOME;
    }

    /** The choice of a tenant, which then goes on to a page of ours. */
    static String afterChoice(String page) {
        return page.equals(HOME)
                ? "/tenants"
                : "/tenants?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
