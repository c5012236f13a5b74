package io.onhand.plugin;

import java.util.Map;

/**
 * A message as it came in.
 *
 * @param id Onhand's id of it; opaque
 * @param receivedAt when it was received, ISO 8601 in UTC
 * @param headers by their names in lower case; what could be a secret is masked
 * @param body as it was sent, at most 1 MiB; not to be changed
 */
public record Delivery(String id, String receivedAt, Map<String, String> headers, byte[] body) {

    public Delivery {
        headers = Map.copyOf(headers);
    }
}
