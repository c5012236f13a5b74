package io.onhand.web.api.v1;

import io.onhand.channels.EventRefused;
import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.stock.StockLedger;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of one connection.
 *
 * @param connection its code
 * @param events each stands alone once all are well formed
 */
record SourceEventsBody(
        @Code String connection, @Size(min = 1, max = EVENTS_MAX) List<EventBody> events)
        implements Checked {

    static final int EVENTS_MAX = 1_000;

    @Override
    public void check(Faults faults) {
        long lines =
                events.stream().mapToLong(event -> Math.max(1, event.linesOrNone().size())).sum();
        if (lines > StockLedger.QUEUE_LINES_MAX) {
            faults.at("events")
                    .add(
                            "too-many-lines",
                            "A request has at most %d lines in all."
                                    .formatted(StockLedger.QUEUE_LINES_MAX));
        }
        checkTypes(faults.at("events"));
    }

    /** A document stays what it is. Two contents of one revision are a conflict, and no fault. */
    private void checkTypes(Faults faults) {
        Map<String, EventBody> first = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            EventBody event = events.get(i);
            if (event.type() == EventType.VOID) {
                continue;
            }
            EventBody before = first.putIfAbsent(event.externalId(), event);
            if (before != null
                    && before.type() != event.type()
                    && before.revisionOrFirst() != event.revisionOrFirst()) {
                faults.at(i)
                        .at("type")
                        .add(
                                EventRefused.BAD_TYPE,
                                "The type of a document may change to void only.");
            }
        }
    }

    List<SourceEvent> sourceEvents() {
        return events.stream().map(EventBody::event).toList();
    }
}
