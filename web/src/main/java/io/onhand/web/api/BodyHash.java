package io.onhand.web.api;

import io.onhand.secrets.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

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

    /** The hash of the body that the request was read from; of no body, that of an empty object. */
    static byte[] of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] hash
                ? hash
                : of(JsonNodeFactory.instance.objectNode());
    }

    /**
     * The hash.
     *
     * @param normal quantities and times in it are canonical already, see {@link RecordReader}
     */
    static byte[] of(JsonNode normal) {
        return Secrets.sha256(SORTED.writeValueAsString(normal));
    }
}
