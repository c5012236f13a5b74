package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.PartRows.Told;
import io.onhand.inbox.Understood.Part;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what deliveries tell, each part with its place, before anything of it is posted. Doing it
 * again changes nothing of what was posted since.
 */
@Component
class Understanding {

    private final Repeats repeats;
    private final PartRows rows;
    private final DeliveryEventStatements events;
    private final DeliveryStatements deliveries;
    private final KnownPartQueries known;
    private final Exceptions exceptions;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    Understanding(
            Repeats repeats,
            PartRows rows,
            DeliveryEventStatements events,
            DeliveryStatements deliveries,
            KnownPartQueries known,
            Exceptions exceptions,
            TenantTransactions transactions,
            BusinessClock clock) {
        this.repeats = repeats;
        this.rows = rows;
        this.events = events;
        this.deliveries = deliveries;
        this.known = known;
        this.exceptions = exceptions;
        this.transactions = transactions;
        this.clock = clock;
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
     * @return the documents that wait to be asked for or posted
     */
    List<Work> keep(Connection connection, List<Item> items, Instant now) {
        if (items.isEmpty()) {
            return List.of();
        }
        return transactions.write(
                () -> {
                    Map<UUID, UUID> firsts = repeats.note(connection, items);
                    Set<UUID> others = repeats.others(items, firsts);
                    List<Told> told = new ArrayList<>();
                    for (Item item : items) {
                        UUID id = item.delivery().id();
                        if (others.contains(id)) {
                            deliveries.ignore(id, Repeats.OTHER_CONTENT);
                        } else {
                            told.add(told(connection, item, firsts.getOrDefault(id, id)));
                        }
                    }
                    rows.keep(connection, told);
                    return documents(
                            connection, items.stream().map(i -> i.delivery().id()).toList(), now);
                });
    }

    /**
     * Keeps what was found where deliveries hinted.
     *
     * @return the documents that wait to be asked for or posted
     */
    List<Work> keepFound(Connection connection, List<Found> found, Instant now) {
        Instant foundAt = clock.now();
        return transactions.write(
                () -> {
                    Map<UUID, Long> told =
                            known.revisions(
                                    found.stream()
                                            .flatMap(f -> f.documents(connection))
                                            .collect(Collectors.toSet()));
                    rows.keep(
                            connection,
                            found.stream().map(f -> f.told(connection, told, foundAt)).toList());
                    return documents(
                            connection,
                            found.stream().map(f -> f.hint().delivery()).distinct().toList(),
                            now);
                });
    }

    private List<Work> documents(Connection connection, List<UUID> of, Instant now) {
        deliveries.update(of);
        Map<UUID, Work> documents = new LinkedHashMap<>();
        for (var pending : events.pendingDocuments(of)) {
            documents.merge(
                    pending.document(),
                    Work.arrived(pending.document(), pending.kind(), connection.id(), now),
                    Work::and);
        }
        return List.copyOf(documents.values());
    }

    private static Told told(Connection connection, Item item, UUID first) {
        List<Part> parts =
                switch (item.understood()) {
                    case Understood.Read(_, var read) -> read;
                    case Understood.Unreadable(var detail) ->
                            List.of(new Part.Bad(ExceptionKind.UNREADABLE, null, detail));
                    case Understood.Later _ -> List.of();
                };
        return new Told(
                item.delivery().id(),
                item.delivery().receivedAt(),
                number ->
                        Subject.of(
                                connection.code(), first.toString(), Integer.toString(number + 1)),
                number -> number,
                parts,
                parts.isEmpty() ? null : "It tells of nothing that moves stock.");
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
