package io.onhand.plugins;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed all rules, with its secrets in it; it has no text form.
 *
 * @param address whom it goes to
 * @param body as it is sent; null for none
 */
record VendorRequest(
        String method, URI address, Map<String, String> headers, byte @Nullable [] body) {

    int bytes() {
        return body == null ? 0 : body.length;
    }

    @Override
    public String toString() {
        return "***";
    }
}
