package io.onhand.web.demo;

import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.measure.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Source events as the tills and scanners of the demo write them. */
final class Facts {

    private Facts() {}

    /**
     * An event of revision 0.
     *
     * @param units by SKU, in the order of its lines
     */
    static SourceEvent of(
            EventType type, String id, Shop shop, Instant at, Map<String, Integer> units) {
        return of(type, id, 0, shop, at, null, null, lines(units));
    }

    /** A change by hand, with its reason. */
    static SourceEvent adjustment(
            String id, Shop shop, Instant at, String sku, int by, String reason, String note) {
        return of(EventType.ADJUSTMENT, id, 0, shop, at, reason, note, lines(Map.of(sku, by)));
    }

    /** The same document again, in a newer state. */
    static SourceEvent revised(SourceEvent event, List<SourceEvent.Line> lines) {
        return new SourceEvent(
                event.externalId(),
                event.revision() + 1,
                event.type(),
                event.location(),
                event.occurredAt(),
                event.clockErrorMs(),
                null,
                null,
                null,
                lines);
    }

    private static SourceEvent of(
            EventType type,
            String id,
            long revision,
            Shop shop,
            Instant at,
            @Nullable String reason,
            @Nullable String note,
            List<SourceEvent.Line> lines) {
        return new SourceEvent(id, revision, type, shop.code(), at, 0, null, reason, note, lines);
    }

    private static List<SourceEvent.Line> lines(Map<String, Integer> units) {
        List<SourceEvent.Line> lines = new ArrayList<>();
        units.forEach(
                (sku, count) ->
                        lines.add(
                                new SourceEvent.Line(
                                        String.valueOf(lines.size() + 1),
                                        sku,
                                        Quantity.ofUnits(count))));
        return lines;
    }
}
