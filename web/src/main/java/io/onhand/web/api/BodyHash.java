package io.onhand.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * SHA-256 of a body in normal form: the order of fields, spaces and superfluous zeros do not
 * matter; a field that is left out stays left out.
 */
final class BodyHash {

    /** The request attribute that holds it. */
    static final String ATTRIBUTE = "io.onhand.body-hash";

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private BodyHash() {}

    /**
     * The hash.
     *
     * @param normal quantities and times in it are canonical already, see {@link RecordReader}
     */
    static byte[] of(JsonNode normal) {
        return sha256(SORTED.writeValueAsString(normal));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
