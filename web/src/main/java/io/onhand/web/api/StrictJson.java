package io.onhand.web.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that means one thing only: UTF-8, each key once, no control characters, nothing behind
 * the end.
 */
final class StrictJson {

    static final int BYTES_MAX = 2 * 1024 * 1024;
    static final int DEPTH_MAX = 32;

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

    private StrictJson() {}

    /**
     * Reads a whole body.
     *
     * @throws Refusal {@code too-large} or {@code malformed}
     */
    static JsonNode read(HttpInputMessage message) throws IOException {
        if (message.getHeaders().getContentLength() > BYTES_MAX) {
            throw tooLarge();
        }
        byte[] bytes = message.getBody().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw tooLarge();
        }
        JsonNode root = parse(text(bytes));
        refuseUnprintable(root);
        return root;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("The body is not UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.isMissingNode()) {
                throw malformed("The body is empty.");
            }
            return root;
        } catch (JacksonException e) {
            throw malformed("The body is no JSON: " + printable(e.getOriginalMessage()));
        }
    }

    private static void refuseUnprintable(JsonNode node) {
        if (node.isString()) {
            refuseUnprintable(node.stringValue());
        }
        node.properties().forEach(property -> refuseUnprintable(property.getKey()));
        node.forEach(StrictJson::refuseUnprintable);
    }

    /**
     * Holds a text to what can be stored and shown.
     *
     * @throws Refusal {@code malformed}
     */
    static void refuseUnprintable(String text) {
        if (!isPrintable(text)) {
            throw malformed("Texts hold no control characters and no unpaired surrogates.");
        }
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || isSurrogate(c));
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static String printable(String text) {
        String shown = text.length() > 200 ? text.substring(0, 200) : text;
        return isPrintable(shown) ? shown : "see its syntax.";
    }

    private static Refusal malformed(String detail) {
        return new Refusal(ProblemCode.MALFORMED, detail);
    }

    private static Refusal tooLarge() {
        return new Refusal(ProblemCode.TOO_LARGE, "A body holds at most 2 MiB.");
    }
}
