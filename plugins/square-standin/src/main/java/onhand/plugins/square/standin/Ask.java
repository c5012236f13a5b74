package onhand.plugins.square.standin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is read out of a request that has its shape. */
final class Ask {

    private Ask() {}

    /** The texts of a list; empty when it is not there. */
    static Set<String> set(JsonNode node, String field) {
        return node.path(field)
                .valueStream()
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
    }

    static List<String> list(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::stringValue).toList();
    }

    /** A set restricts only when it holds something. */
    static boolean within(Set<String> allowed, @Nullable String value) {
        return allowed.isEmpty() || (value != null && allowed.contains(value));
    }

    static @Nullable Instant time(JsonNode node, String field) {
        String text = Json.textOrNull(node, field);
        return text == null ? null : Instant.parse(text);
    }

    /** Strictly between two ends, each of which may be missing. */
    static boolean between(@Nullable Instant after, Instant at, @Nullable Instant before) {
        return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
    }
}
