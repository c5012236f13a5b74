package io.onhand.inbox;

import io.onhand.audit.AuditTrail;
import io.onhand.catalog.VariantId;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.Mappings;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.OpenWork;
import io.onhand.exceptions.SettlingAction;
import io.onhand.inbox.SettlementResult.Done;
import io.onhand.inbox.SettlementResult.NotFound;
import io.onhand.inbox.SettlementResult.NotOffered;
import io.onhand.inbox.SettlementResult.SettledBefore;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
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
            TenantTransactions transactions,
            AuditTrail trail) {
        this.queries = queries;
        this.exceptions = exceptions;
        this.connections = connections;
        this.mappings = mappings;
        this.deliveries = deliveries;
        this.deliveryQueries = deliveryQueries;
        this.givenUp = givenUp;
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
        if (!work.actions().contains(action(settlement))) {
            return new NotOffered();
        }
        boolean done =
                switch (settlement) {
                    case Settlement.MapVariant(var variant) ->
                            connection(work).map(c -> mapVariant(c, work, variant)).orElse(false);
                    case Settlement.MapLocation(var location) ->
                            connection(work).map(c -> mapLocation(c, work, location)).orElse(false);
                    case Settlement.Ignore(var reason) -> ignore(work, reason);
                    case Settlement.Retry() -> retry(work);
                };
        return done ? new Done(queries.find(id).orElse(work)) : new SettledBefore();
    }

    private static SettlingAction action(Settlement settlement) {
        return switch (settlement) {
            case Settlement.MapVariant _ -> SettlingAction.MAP_VARIANT;
            case Settlement.MapLocation _ -> SettlingAction.MAP_LOCATION;
            case Settlement.Ignore _ -> SettlingAction.IGNORE;
            case Settlement.Retry _ -> SettlingAction.RETRY;
        };
    }

    private Optional<Connection> connection(OpenWork work) {
        String code = work.links().getOrDefault("connection", "");
        return connections.byCode(code);
    }

    private boolean mapVariant(Connection connection, OpenWork work, VariantId variant) {
        mappings.mapVariant(connection, work.links().getOrDefault("sku", ""), variant);
        return true;
    }

    private boolean mapLocation(Connection connection, OpenWork work, LocationId location) {
        mappings.mapLocation(connection, work.links().getOrDefault("location", ""), location);
        return true;
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
        boolean gone =
                delivery == null
                        ? mappings.retry(work.id())
                        : readAgain(work.id(), UUID.fromString(delivery));
        if (gone) {
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
