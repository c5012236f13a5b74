package onhand.plugins.generic;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.SecretField;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code {"events":[…]}}, each event in the form in which the API takes it. */
@Extension
public final class GenericConnector implements PosConnector {

    /** Events of one delivery. */
    static final int EVENTS_MAX = 1_000;

    private static final int DEPTH_MAX = 32;

    private static final String SECRET = "signingSecret";
    private static final String OWN_EVENTS = "the event that the sender tells";

    private static final Declaration DECLARATION =
            new Declaration(
                    "Generic",
                    new HookSignature.StandardWebhooks(SECRET),
                    List.of(),
                    Map.of(
                            "sale", OWN_EVENTS,
                            "return", OWN_EVENTS,
                            "receipt", OWN_EVENTS,
                            "adjustment", OWN_EVENTS,
                            "count", OWN_EVENTS),
                    List.of(),
                    List.of(
                            new SecretField(
                                    SECRET,
                                    "Signing secret",
                                    "Begins with whsec_; the sender signs its messages with it.",
                                    List.of())),
                    null,
                    1,
                    0);

    private static final JsonMapper JSON =
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

    @Override
    public String id() {
        return "generic";
    }

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings) {
        JsonNode root;
        try {
            root = JSON.readTree(delivery.body());
        } catch (JacksonException e) {
            return unreadable("The body is no JSON.");
        }
        JsonNode events = root.path("events");
        if (!root.isObject() || !events.isArray() || root.size() != 1) {
            return unreadable("The body is no list of events: {\"events\":[…]} is expected.");
        }
        if (events.size() > EVENTS_MAX) {
            return unreadable("A delivery has at most " + EVENTS_MAX + " events.");
        }
        List<ReadItem> items = events.valueStream().map(EventNode::read).toList();
        return new Outcome.Ok<>(new ReadDelivery(null, items));
    }

    private static Outcome<ReadDelivery> unreadable(String message) {
        return new Outcome.Fail<>("unreadable", message);
    }
}
