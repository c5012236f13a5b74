package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.PartRows.Told;
import io.onhand.inbox.Understood.Part;
import io.onhand.plugin.DocumentKey;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
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
    private final PartRows rows;
    private final DeliveryEventStatements events;
    private final DeliveryStatements deliveries;
    private final Exceptions exceptions;
    private final TenantTransactions transactions;

    Understanding(
            Repeats repeats,
            PartRows rows,
            DeliveryEventStatements events,
            DeliveryStatements deliveries,
            Exceptions exceptions,
            TenantTransactions transactions) {
        this.repeats = repeats;
        this.rows = rows;
        this.events = events;
        this.deliveries = deliveries;
        this.exceptions = exceptions;
        this.transactions = transactions;
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
                    List<Told> told = new ArrayList<>();
                    for (Item item : items) {
                        UUID id = item.delivery().id();
                        UUID first = firsts.getOrDefault(id, id);
                        if (first.equals(id) || repeats.isSame(item.delivery(), first)) {
                            told.add(told(connection, item, first));
                        } else {
                            deliveries.ignore(id, Repeats.OTHER_CONTENT);
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
        return transactions.write(
                () -> {
                    rows.keep(connection, found.stream().map(f -> f.told(connection)).toList());
                    return documents(
                            connection,
                            found.stream().map(f -> f.hint().delivery()).distinct().toList(),
                            now);
                });
    }

    /** A hint and what stands where it points. */
    record Found(PendingHint hint, List<Part> parts) {

        /** Parts of a hint beyond the first stand behind all that the delivery told itself. */
        private static final int PLACES = 1_000;

        private static final String NOTHING_NEW = "Nothing new is there.";

        Told told(Connection connection) {
            DocumentKey key = hint.key();
            return new Told(
                    hint.delivery(),
                    hint.receivedAt(),
                    _ -> Subject.of(connection.code(), key.kind(), key.id()),
                    number -> hint.place() + number * PLACES,
                    key.since() == null ? parts : news(parts),
                    NOTHING_NEW);
        }

        /** Of what is a list of everything since a time, that which moves nothing is no news. */
        private static List<Part> news(List<Part> parts) {
            return parts.stream().filter(part -> !(part instanceof Part.Quiet)).toList();
        }
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
