package io.onhand.plugins;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which headers a plugin may send, and which of an answer it may see. */
final class HeaderRules {

    static final int COUNT_MAX = 50;
    static final int VALUE_LENGTH_MAX = 8_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*+");

    /** What says where a request goes, where it ends, or who asks; the broker alone says that. */
    private static final Set<String> OURS =
            Set.of(
                    "host",
                    "content-length",
                    "transfer-encoding",
                    "connection",
                    "keep-alive",
                    "te",
                    "trailer",
                    "upgrade",
                    "expect",
                    "cookie",
                    "cookie2",
                    "via",
                    "forwarded",
                    "x-real-ip",
                    "http2-settings",
                    "accept-encoding");

    private static final Set<String> OURS_BEGIN = Set.of("proxy-", "x-forwarded-");

    private static final Set<String> UNSEEN = Set.of("set-cookie", "set-cookie2");

    private HeaderRules() {}

    /** Whether all of these may be sent, before and after secrets are filled in. */
    static boolean allow(Map<String, String> headers) {
        Set<String> names =
                headers.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return headers.size() <= COUNT_MAX
                && names.size() == headers.size()
                && headers.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
                && names.stream().noneMatch(HeaderRules::isOurs)
                && headers.values().stream().allMatch(HeaderRules::isValue);
    }

    private static boolean isOurs(String name) {
        return OURS.contains(name) || OURS_BEGIN.stream().anyMatch(name::startsWith);
    }

    private static boolean isValue(String value) {
        return value.length() <= VALUE_LENGTH_MAX && VALUE.matcher(value).matches();
    }

    /** Whether a plugin sees this header of an answer; its name in lower case. */
    static boolean isSeen(String name) {
        return !UNSEEN.contains(name);
    }
}
