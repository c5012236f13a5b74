package io.onhand.channels;

import io.onhand.stock.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What became since of events that were kept. */
@Component
public class KeptEvents {

    private final SourceEventQueries queries;

    KeptEvents(SourceEventQueries queries) {
        this.queries = queries;
    }

    /**
     * Results as they are now: an event that was kept may have been settled before its result was
     * noted. Whoever notes them does so in the transaction in which this runs.
     *
     * @param arrived the events of these results, in the same order
     */
    public List<EventResult> asOfNow(
            Connection connection, List<Arrived> arrived, List<EventResult> results) {
        Map<Integer, UUID> kept = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            SourceEvent event = arrived.get(i).event();
            var identity = new Identity(connection.id(), event.externalId(), event.revision());
            switch (results.get(i).outcome()) {
                case EXCEPTION -> kept.put(i, HeldEvent.idOfWaiting(identity));
                case CONFLICT ->
                        kept.put(i, HeldEvent.idOfConflict(identity, EventContent.hash(event)));
                case APPLIED, DUPLICATE, STALE, OBSERVED -> {
                    // it was never kept, or was settled
                }
            }
        }
        if (kept.isEmpty()) {
            return results;
        }
        Map<UUID, HeldEvent> held = queries.held(kept.values());
        List<EventResult> now = new ArrayList<>(results);
        kept.forEach(
                (i, id) -> {
                    HeldEvent there = held.get(id);
                    if (there != null) {
                        now.set(i, asOfNow(there, arrived.get(i), results.get(i)));
                    }
                });
        return now;
    }

    private static EventResult asOfNow(HeldEvent held, Arrived arrived, EventResult before) {
        SourceEvent event = arrived.event();
        if (!held.content().equals(EventContent.hash(event))) {
            return before;
        }
        return switch (held.state()) {
            case EXCEPTION, CONFLICT -> before.raised(held.exception(), before.detail());
            case APPLIED -> {
                boolean own = Objects.equals(held.delivery(), arrived.delivery());
                yield EventResult.of(event, own ? EventOutcome.APPLIED : EventOutcome.DUPLICATE)
                        .posted(held.posting());
            }
            case IGNORED, STALE -> held.resultFor(event);
        };
    }
}
