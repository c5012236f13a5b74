package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.Connection;
import io.onhand.channels.EventResult;
import io.onhand.channels.SourceEvents;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.DeliveryPart.Place;
import io.onhand.inbox.Understood.Part;
import io.onhand.tenancy.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what was understood, each part at its place; what it tells others is told on. */
@Component
class PartRows {

    private final DeliveryEventStatements events;
    private final Exceptions exceptions;
    private final SourceEvents source;
    private final ApplicationEventPublisher listeners;

    PartRows(
            DeliveryEventStatements events,
            Exceptions exceptions,
            SourceEvents source,
            ApplicationEventPublisher listeners) {
        this.events = events;
        this.exceptions = exceptions;
        this.source = source;
        this.listeners = listeners;
    }

    /**
     * What one teller told.
     *
     * @param delivery that told it
     * @param about by which name a person is told of a part that cannot be read, by its number from
     *     0
     * @param places the place of each part by its number
     * @param otherwise what is said where no part is kept; null for nothing
     */
    record Told(
            UUID delivery,
            Instant receivedAt,
            IntFunction<Subject> about,
            IntUnaryOperator places,
            List<Part> parts,
            @Nullable String otherwise) {

        Place place(int number) {
            return new Place(delivery, receivedAt, places.applyAsInt(number));
        }
    }

    /** Keeps all of it. Runs inside the caller's transaction. */
    void keep(Connection connection, List<Told> told) {
        List<DeliveryPart> rows = new ArrayList<>();
        for (Told one : told) {
            rows.addAll(rows(connection, one));
        }
        events.put(connection.id(), withExceptions(rows));
    }

    private List<DeliveryPart> rows(Connection connection, Told told) {
        Iterator<EventResult> foreseen = foreseen(connection, told);
        List<DeliveryPart> rows = new ArrayList<>(told.parts().size());
        var heard = new TillHeard.Collector(connection, told.delivery(), told.receivedAt());
        for (Part part : told.parts()) {
            Place at = told.place(rows.size());
            switch (part) {
                case Part.Good good -> rows.add(good(at, good, foreseen));
                case Part.Hint(var key) -> rows.add(DeliveryPart.hint(at, key));
                case Part.Quiet(var externalId, var detail) ->
                        rows.add(DeliveryPart.quiet(at, externalId, detail));
                case Part.Bad bad -> rows.add(bad(connection, told, rows.size(), bad));
                case Part.Changed(var what) -> heard.add(what);
                case Part.Seen(var observation) -> heard.add(observation);
                case Part.Echo(var change) -> heard.add(change);
            }
        }
        if (rows.isEmpty() && told.otherwise() != null) {
            rows.add(DeliveryPart.quiet(told.place(0), null, told.otherwise()));
        }
        heard.heard().ifPresent(listeners::publishEvent);
        return rows;
    }

    private static DeliveryPart good(Place at, Part.Good good, Iterator<EventResult> foreseen) {
        var arrived = new Arrived(good.event(), at.delivery(), at.receivedAt());
        DeliveryPart row = DeliveryPart.event(at, arrived, good.detail());
        if (!foreseen.hasNext()) {
            return row;
        }
        EventResult result = foreseen.next();
        return row.ended(result.outcome().word(), result.detail());
    }

    private static DeliveryPart bad(Connection connection, Told told, int number, Part.Bad bad) {
        String delivery = told.delivery().toString();
        var finding =
                new Finding(
                        bad.kind(),
                        told.about().apply(number),
                        bad.detail(),
                        Map.of("connection", connection.code(), "delivery", delivery));
        return DeliveryPart.bad(told.place(number), bad.externalId(), finding);
    }

    /** What would become of events that are only observed; nothing of those that count. */
    private Iterator<EventResult> foreseen(Connection connection, Told told) {
        if (connection.mode() == Connection.Mode.LIVE) {
            return Collections.emptyIterator();
        }
        List<Arrived> arrived = new ArrayList<>();
        for (Part part : told.parts()) {
            if (part instanceof Part.Good(var event, _)) {
                arrived.add(new Arrived(event, told.delivery(), told.receivedAt()));
            }
        }
        var actor = new Actor(Actor.Type.CONNECTION, connection.code());
        return source.foresee(connection, actor, arrived).iterator();
    }

    private List<DeliveryPart> withExceptions(List<DeliveryPart> rows) {
        List<Finding> findings = new ArrayList<>();
        for (DeliveryPart row : rows) {
            if (row.finding() != null) {
                findings.add(row.finding());
            }
        }
        List<ExceptionId> raised = exceptions.raise(findings);
        List<DeliveryPart> complete = new ArrayList<>(rows.size());
        int next = 0;
        for (DeliveryPart row : rows) {
            complete.add(row.finding() == null ? row : row.raised(raised.get(next++)));
        }
        return complete;
    }
}
