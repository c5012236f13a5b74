package io.onhand.inbox;

import io.onhand.audit.AuditTrail;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.Mappings;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.OpenWork;
import io.onhand.inbox.SettlementResult.Done;
import io.onhand.inbox.SettlementResult.NotFound;
import io.onhand.inbox.SettlementResult.NotOffered;
import io.onhand.inbox.SettlementResult.SettledBefore;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Settles the current tenant's exceptions as people want it. Returns when what waited for it has
 * been posted.
 */
@Component
public class Settlements {

    private static final Duration READING_MAX = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final ExceptionQueries queries;
    private final Exceptions exceptions;
    private final ConnectionQueries connections;
    private final Mappings mappings;
    private final Deliveries deliveries;
    private final DeliveryQueries deliveryQueries;
    private final GivenUp givenUp;
    private final DriftDoor drift;
    private final TenantTransactions transactions;
    private final AuditTrail trail;

    Settlements(
            ExceptionQueries queries,
            Exceptions exceptions,
            ConnectionQueries connections,
            Mappings mappings,
            Deliveries deliveries,
            DeliveryQueries deliveryQueries,
            GivenUp givenUp,
            DriftDoor drift,
            TenantTransactions transactions,
            AuditTrail trail) {
        this.queries = queries;
        this.exceptions = exceptions;
        this.connections = connections;
        this.mappings = mappings;
        this.deliveries = deliveries;
        this.deliveryQueries = deliveryQueries;
        this.givenUp = givenUp;
        this.drift = drift;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Settles one. Must not run inside a transaction. */
    public SettlementResult settle(ExceptionId id, Settlement settlement) {
        Optional<OpenWork> found = queries.find(id);
        if (found.isEmpty()) {
            return new NotFound();
        }
        OpenWork work = found.get();
        if (!work.open()) {
            return new SettledBefore();
        }
        if (!work.actions().contains(settlement.action())) {
            return new NotOffered();
        }
        boolean done =
                switch (settlement) {
                    case Settlement.MapVariant _, Settlement.MapLocation _ -> map(work, settlement);
                    case Settlement.Ignore(var reason) -> ignore(work, reason);
                    case Settlement.Retry() -> retry(work);
                    case Settlement.CountIt(var counted) -> drift.countIt(work, counted);
                    case Settlement.TakeTheirs() -> drift.takeTheirs(work);
                    case Settlement.PushOurs() -> drift.pushOurs(work);
                };
        if (done) {
            return new Done(queries.find(id).orElse(work));
        }
        return isOfDrift(settlement) && isOpen(id) ? new NotOffered() : new SettledBefore();
    }

    private boolean isOpen(ExceptionId id) {
        return queries.find(id).filter(OpenWork::open).isPresent();
    }

    static boolean isOfDrift(Settlement settlement) {
        return settlement instanceof Settlement.CountIt
                || settlement instanceof Settlement.TakeTheirs
                || settlement instanceof Settlement.PushOurs;
    }

    private Optional<Connection> connection(OpenWork work) {
        return connections.byCode(work.links().getOrDefault("connection", ""));
    }

    private boolean map(OpenWork work, Settlement settlement) {
        Optional<Connection> connection = connection(work);
        connection.ifPresent(
                known -> {
                    note(known, work, settlement);
                    mappings.retry(work.id());
                });
        return connection.isPresent();
    }

    /** Writes what names mean, for a rehearsal. Joins the transaction that runs. */
    void note(List<OpenWork> works, Settlement settlement) {
        works.forEach(work -> connection(work).ifPresent(known -> note(known, work, settlement)));
    }

    private void note(Connection connection, OpenWork work, Settlement settlement) {
        switch (settlement) {
            case Settlement.MapVariant(var variant) ->
                    mappings.noteVariant(connection, named(work, "sku"), variant);
            case Settlement.MapLocation(var location) ->
                    mappings.noteLocation(connection, named(work, "location"), location);
            case Settlement.Ignore _,
                    Settlement.Retry _,
                    Settlement.CountIt _,
                    Settlement.TakeTheirs _,
                    Settlement.PushOurs _ -> {
                // these say nothing about names
            }
        }
    }

    private static String named(OpenWork work, String what) {
        return work.links().getOrDefault(what, "");
    }

    /** Whether it is about a message that is read again, and not about events that are kept. */
    static boolean isOfDelivery(OpenWork work) {
        return work.links().containsKey("delivery");
    }

    private boolean ignore(OpenWork work, @Nullable String reason) {
        return transactions.write(
                () -> {
                    if (!exceptions.close(work.id())) {
                        return false;
                    }
                    mappings.ignore(work.id());
                    givenUp.parts(work.id());
                    trail.record(
                            "ignore",
                            "exception",
                            work.id().toString(),
                            null,
                            Map.of("reason", reason == null ? "" : reason));
                    return true;
                });
    }

    /** Stays open if the cause is still there. */
    private boolean retry(OpenWork work) {
        String delivery = work.links().get("delivery");
        if (delivery == null) {
            mappings.retry(work.id());
        } else if (readAgain(work.id(), UUID.fromString(delivery))) {
            exceptions.close(work.id());
        }
        return true;
    }

    private boolean readAgain(ExceptionId id, UUID delivery) {
        if (!deliveries.readAgain(delivery)) {
            return false;
        }
        long end = System.nanoTime() + READING_MAX.toNanos();
        DeliveryDetails details = read(delivery);
        while (details.head().state() == DeliveryState.WAITING && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            details = read(delivery);
        }
        return details.head().state() != DeliveryState.WAITING
                && details.events().stream().noneMatch(told -> id.equals(told.exception()));
    }

    private DeliveryDetails read(UUID delivery) {
        return deliveryQueries.details(delivery).orElseThrow();
    }
}
