package onhand.plugins.square.standin;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a webhook. */
final class Envelope {

    private static final Shapes SHAPES = Shapes.load();

    private Envelope() {}

    /**
     * One event as it is sent, byte for byte.
     *
     * @param object what it is about, in one field named as Square names the kind of data
     */
    static String of(
            String merchant,
            String type,
            String event,
            Instant at,
            String subject,
            ObjectNode object) {
        String kind = object.propertyNames().iterator().next();
        ObjectNode data = Json.object().put("type", kind).put("id", subject);
        data.set("object", object);
        JsonNode body =
                Json.object()
                        .put("merchant_id", merchant)
                        .put("type", type)
                        .put("event_id", event)
                        .put("created_at", at.toString())
                        .set("data", data);
        List<Misfit> misfits = SHAPES.ofWebhook(body);
        if (!misfits.isEmpty()) {
            throw new IllegalStateException("Square sends no such webhook: " + misfits);
        }
        return body.toString();
    }
}
