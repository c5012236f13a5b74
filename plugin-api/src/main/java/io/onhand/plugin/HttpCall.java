package io.onhand.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a vendor.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param url by https, at a declared host
 * @param headers {@code ${secret:name}} in a value stands for a declared secret
 * @param body at most 1 MiB in UTF-8; null for none
 */
public record HttpCall(
        String method, String url, Map<String, String> headers, @Nullable String body) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }
}
