package io.onhand.inbox;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Observation;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadItem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for, as the body of a delivery: JSON that people can read. */
final class PulledText {

    private PulledText() {}

    /** All of it. */
    record Body(List<Item> items) {}

    /** One of these, and what belongs to it. */
    record Item(
            @Nullable PosEvent event,
            @Nullable DocumentKey hint,
            @Nullable Observation seen,
            @Nullable String echo,
            ReadItem.Changed.@Nullable What changed,
            @Nullable Boolean unreadable,
            @Nullable String externalId,
            @Nullable String detail) {}

    static byte[] of(JsonMapper json, List<ReadItem> items) {
        return json.writeValueAsBytes(new Body(items.stream().map(PulledText::item).toList()));
    }

    static List<ReadItem> read(JsonMapper json, byte[] body) {
        return json.readValue(body, Body.class).items().stream().map(PulledText::item).toList();
    }

    private static Item item(ReadItem item) {
        return switch (item) {
            case ReadItem.Told(var event, var detail) ->
                    new Item(event, null, null, null, null, null, null, detail);
            case ReadItem.Hint(var key) -> new Item(null, key, null, null, null, null, null, null);
            case ReadItem.Changed(var what) ->
                    new Item(null, null, null, null, what, null, null, null);
            case ReadItem.Observed(var observation) ->
                    new Item(null, null, observation, null, null, null, null, null);
            case ReadItem.Echo(var change) ->
                    new Item(null, null, null, change, null, null, null, null);
            case ReadItem.Nothing(var externalId, var detail) ->
                    new Item(null, null, null, null, null, false, externalId, detail);
            case ReadItem.Unreadable(var externalId, var detail) ->
                    new Item(null, null, null, null, null, true, externalId, detail);
        };
    }

    private static ReadItem item(Item item) {
        String detail = item.detail() == null ? "" : item.detail();
        if (item.event() != null) {
            return new ReadItem.Told(item.event(), item.detail());
        } else if (item.hint() != null) {
            return new ReadItem.Hint(item.hint());
        } else if (item.seen() != null) {
            return new ReadItem.Observed(item.seen());
        } else if (item.echo() != null) {
            return new ReadItem.Echo(item.echo());
        } else if (item.changed() != null) {
            return new ReadItem.Changed(item.changed());
        }
        return Boolean.TRUE.equals(item.unreadable())
                ? new ReadItem.Unreadable(item.externalId(), detail)
                : new ReadItem.Nothing(item.externalId(), detail);
    }
}
