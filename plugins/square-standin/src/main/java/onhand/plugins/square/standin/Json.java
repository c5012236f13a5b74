package onhand.plugins.square.standin;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the stand-in reads, keeps and compares it. */
final class Json {

    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** A text that must be there. */
    static String text(JsonNode node, String field) {
        String text = textOrNull(node, field);
        if (text == null) {
            throw new IllegalStateException(field + " is missing.");
        }
        return text;
    }

    static @Nullable String textOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    /** One text for all bodies that say the same, whatever the order of their fields. */
    static String canonical(JsonNode node) {
        return sorted(node).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = object();
            for (String name : new TreeSet<>(node.propertyNames())) {
                copy.set(name, sorted(node.path(name)));
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = array();
            node.forEach(part -> copy.add(sorted(part)));
            return copy;
        }
        return node;
    }
}
