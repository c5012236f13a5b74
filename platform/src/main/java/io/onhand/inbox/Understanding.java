package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.Connection;
import io.onhand.channels.EventResult;
import io.onhand.channels.SourceEvent;
import io.onhand.channels.SourceEvents;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.Understood.Part;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what deliveries tell, each part with its place, before anything of it is posted. Doing it
 * again changes nothing of what was posted since.
 */
@Component
class Understanding {

    private final Repeats repeats;
    private final DeliveryEventStatements events;
    private final DeliveryStatements deliveries;
    private final Exceptions exceptions;
    private final TenantTransactions transactions;
    private final SourceEvents source;

    Understanding(
            Repeats repeats,
            DeliveryEventStatements events,
            DeliveryStatements deliveries,
            Exceptions exceptions,
            TenantTransactions transactions,
            SourceEvents source) {
        this.repeats = repeats;
        this.events = events;
        this.deliveries = deliveries;
        this.exceptions = exceptions;
        this.transactions = transactions;
        this.source = source;
    }

    /** A delivery and what it tells. */
    record Item(StoredDelivery delivery, Understood understood) {

        @Nullable String vendorEventId() {
            return delivery.vendorEventId() == null
                            && understood instanceof Understood.Read(var inBody, _)
                    ? inBody
                    : delivery.vendorEventId();
        }
    }

    /**
     * Keeps what these tell.
     *
     * @return the documents that wait to be posted
     */
    List<Work> keep(Connection connection, List<Item> items, Instant now) {
        if (items.isEmpty()) {
            return List.of();
        }
        return transactions.write(
                () -> {
                    Map<UUID, UUID> firsts = repeats.note(connection, items);
                    List<DeliveryPart> rows = new ArrayList<>();
                    for (Item item : items) {
                        UUID id = item.delivery().id();
                        UUID first = firsts.getOrDefault(id, id);
                        if (first.equals(id) || repeats.isSame(item.delivery(), first)) {
                            rows.addAll(parts(connection, item, first));
                        } else {
                            deliveries.ignore(id, Repeats.OTHER_CONTENT);
                        }
                    }
                    return kept(connection, items, rows, now);
                });
    }

    private List<Work> kept(
            Connection connection, List<Item> items, List<DeliveryPart> rows, Instant now) {
        events.put(connection.id(), withExceptions(rows));
        deliveries.update(items.stream().map(item -> item.delivery().id()).toList());
        Map<UUID, Work> documents = new LinkedHashMap<>();
        for (UUID document :
                events.pendingDocuments(items.stream().map(i -> i.delivery().id()).toList())) {
            documents.merge(
                    document,
                    new Work(
                            document,
                            Work.Kind.POST,
                            CurrentTenant.id(),
                            connection.id(),
                            now,
                            0,
                            1,
                            0),
                    (one, other) ->
                            new Work(
                                    one.id(),
                                    one.kind(),
                                    one.tenant(),
                                    one.connection(),
                                    one.since(),
                                    0,
                                    one.arrivals() + 1,
                                    0));
        }
        return List.copyOf(documents.values());
    }

    private List<DeliveryPart> parts(Connection connection, Item item, UUID first) {
        return switch (item.understood()) {
            case Understood.Read(_, var parts) -> {
                Iterator<EventResult> foreseen = foreseen(connection, item.delivery(), parts);
                List<DeliveryPart> rows = new ArrayList<>(parts.size());
                for (Part part : parts) {
                    int place = rows.size();
                    rows.add(
                            switch (part) {
                                case Part.Good(var event) ->
                                        good(item.delivery(), place, event, foreseen);
                                case Part.Bad bad -> bad(connection, item, first, place, bad);
                            });
                }
                yield rows;
            }
            case Understood.Unreadable(var detail) ->
                    List.of(
                            bad(
                                    connection,
                                    item,
                                    first,
                                    0,
                                    new Part.Bad(ExceptionKind.UNREADABLE, null, detail)));
            case Understood.Later _ -> List.of();
        };
    }

    /** What would become of events that are only observed; nothing of those that count. */
    private Iterator<EventResult> foreseen(
            Connection connection, StoredDelivery delivery, List<Part> parts) {
        if (connection.mode() == Connection.Mode.LIVE) {
            return Collections.emptyIterator();
        }
        List<Arrived> arrived = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Good(var event)) {
                arrived.add(delivery.arrived(event));
            }
        }
        var actor = new Actor(Actor.Type.CONNECTION, connection.code());
        return source.foresee(connection, actor, arrived).iterator();
    }

    private static DeliveryPart good(
            StoredDelivery delivery, int place, SourceEvent event, Iterator<EventResult> foreseen) {
        Arrived arrived = delivery.arrived(event);
        return foreseen.hasNext()
                ? DeliveryPart.observed(delivery.id(), arrived, place, foreseen.next())
                : DeliveryPart.good(delivery.id(), arrived, place);
    }

    private static DeliveryPart bad(
            Connection connection, Item item, UUID first, int place, Part.Bad bad) {
        return DeliveryPart.bad(
                item.delivery(), place, bad, finding(connection, first, place, bad));
    }

    private static Finding finding(Connection connection, UUID first, int place, Part.Bad bad) {
        String delivery = first.toString();
        return new Finding(
                bad.kind(),
                Subject.of(connection.code(), delivery, Integer.toString(place + 1)),
                bad.detail(),
                Map.of("connection", connection.code(), "delivery", delivery));
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

    /** A day of trying was in vain: a person has to look. */
    void giveUp(Work delivery) {
        transactions.write(
                () -> {
                    deliveries.giveUp(delivery.id());
                    return exceptions.raise(
                            ExceptionKind.UNREADABLE,
                            new Subject(delivery.id().toString()),
                            "A delivery could not be read for a day.",
                            Map.of("delivery", delivery.id().toString()));
                });
    }
}
