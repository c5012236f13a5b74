package io.onhand.plugin;

import java.util.Map;
import java.util.Optional;

/**
 * What a vendor answered. A redirection is not followed.
 *
 * @param headers by their names in lower case
 * @param body at most 5 MiB, as UTF-8
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** The header of this name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
