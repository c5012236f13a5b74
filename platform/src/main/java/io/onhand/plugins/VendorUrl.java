package io.onhand.plugins;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address at a vendor, in the one way in which a plugin may write it: {@code https}, a host name
 * in lower case, a path and perhaps a query. What two readers could take for two different hosts is
 * no such address: user info, ports, fragments, numbers for hosts, odd characters, dots in the
 * path.
 *
 * @param host such as {@code api.vendor.example}
 * @param path from its first slash, with the query
 */
record VendorUrl(String host, String path) {

    static final int LENGTH_MAX = 8_000;

    private static final int HOST_LENGTH_MAX = 253;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern GRAMMAR =
            Pattern.compile(
                    "https://((?:"
                            + LABEL
                            + "\\.){1,20}[a-z]{2,63})((?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*+)?"
                            + "(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*+)?)");
    private static final Pattern NOT_ENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern DOTS =
            Pattern.compile("/(?:\\.|%2e){1,2}(?=[/?]|$)", Pattern.CASE_INSENSITIVE);

    /** Reads an address; empty if it is none. */
    static Optional<VendorUrl> of(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        Matcher parts = GRAMMAR.matcher(text);
        if (!parts.matches()
                || parts.group(1).length() > HOST_LENGTH_MAX
                || NOT_ENCODED.matcher(text).find()
                || DOTS.matcher(text).find()) {
            return Optional.empty();
        }
        String path = parts.group(2);
        return Optional.of(new VendorUrl(parts.group(1), path.startsWith("/") ? path : "/" + path));
    }
}
