package io.onhand.channels;

import io.onhand.measure.Quantity;
import io.onhand.secrets.Secrets;
import io.onhand.stock.ContentHash;
import java.util.Comparator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** What an event says, as a hash to compare and as a text to keep. */
final class EventContent {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Quantity.class, ToStringSerializer.instance)
                                    .addDeserializer(Quantity.class, new QuantityText()))
                    .build();

    private EventContent() {}

    /**
     * The hash over type, time, location and lines as the sender named them, whatever they are
     * mapped to. Names hold no control characters, so that these part them without doubt.
     */
    static ContentHash hash(SourceEvent event) {
        var text = new StringBuilder(64 * (1 + event.lines().size()));
        text.append(event.type().word()).append('\n');
        text.append(event.occurredAt()).append('\n');
        text.append(event.location()).append('\n');
        event.lines().stream()
                .sorted(Comparator.comparing(SourceEvent.Line::line))
                .forEach(
                        line ->
                                text.append(line.line())
                                        .append('\t')
                                        .append(line.sku())
                                        .append('\t')
                                        .append(line.quantity().millionths())
                                        .append('\n'));
        return new ContentHash(Secrets.sha256(text.toString()));
    }

    /** The whole event in the form in which the API takes it. */
    static String text(SourceEvent event) {
        return JSON.writeValueAsString(event);
    }

    /** The event of a text that {@link #text} made. */
    static SourceEvent event(String text) {
        return JSON.readValue(text, SourceEvent.class);
    }

    private static final class QuantityText extends ValueDeserializer<Quantity> {

        @Override
        public Quantity deserialize(JsonParser parser, DeserializationContext context) {
            return Quantity.parse(parser.getString());
        }
    }
}
