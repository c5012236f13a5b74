package io.onhand.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came to a hook.
 *
 * @param headers by their names in lower case, all values of a name joined by a comma
 * @param body its raw bytes, at most {@link #BODY_BYTES_MAX}; not to be changed
 * @param address from which it came
 * @param hookUrl the address of the hook as people see it, which senders may sign
 */
public record HookMessage(
        Map<String, String> headers, byte[] body, String address, String hookUrl) {

    public static final int BODY_BYTES_MAX = 1024 * 1024;

    private static final String MASK = "***";

    /** Parts of names whose values could help somebody to pretend. */
    private static final List<String> SECRET =
            List.of(
                    "authorization",
                    "cookie",
                    "signature",
                    "secret",
                    "token",
                    "password",
                    "api-key");

    public HookMessage {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The headers as they may be kept and shown. */
    Map<String, String> masked() {
        Map<String, String> masked = new TreeMap<>();
        headers.forEach((name, value) -> masked.put(name, isSecret(name) ? MASK : value));
        return masked;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(lower::contains);
    }
}
