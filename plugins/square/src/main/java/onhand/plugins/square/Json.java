package onhand.plugins.square;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Square writes and reads it. */
final class Json {

    /** Deeper than any object of the API's. */
    private static final int DEPTH_MAX = 32;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    /** An object; nothing if these bytes are none. */
    static Optional<JsonNode> object(byte[] bytes) {
        try {
            return objects(MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** An object; nothing if this text is none. */
    static Optional<JsonNode> object(String text) {
        try {
            return objects(MAPPER.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode list(Iterable<String> texts) {
        ArrayNode list = MAPPER.createArrayNode();
        texts.forEach(list::add);
        return list;
    }

    /** A text, if there is one. */
    static @Nullable String textOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    /** A text; empty if there is none. */
    static String text(JsonNode node, String field) {
        String text = textOrNull(node, field);
        return text == null ? "" : text;
    }

    /**
     * A name of Square's that has to be there.
     *
     * @param max characters
     * @throws Misfit if it is not, is too long, or holds control characters or halves of characters
     */
    static String id(JsonNode node, String field, int max) {
        String id = text(node, field);
        if (id.isEmpty()) {
            throw new Misfit(field + " is missing.");
        }
        if (id.length() > max) {
            throw new Misfit(field + " is longer than " + max + " characters.");
        }
        if (id.codePoints().anyMatch(Json::isNoCharacter)) {
            throw new Misfit(field + " holds what is no character.");
        }
        return id;
    }

    /** What is shown to people of a text of somebody else's. */
    static String shown(String text, int max) {
        String shown =
                text.codePoints()
                        .limit(max)
                        .map(point -> isNoCharacter(point) ? '?' : point)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return shown.strip();
    }

    private static boolean isNoCharacter(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }

    private static Optional<JsonNode> objects(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isObject);
    }
}
