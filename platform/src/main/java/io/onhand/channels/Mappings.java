package io.onhand.channels;

import io.onhand.audit.AuditTrail;
import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.locations.LocationId;
import io.onhand.measure.PlainText;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Says what a connection's names mean, and posts at once what waited for that. Nothing here may run
 * inside a transaction unless it says so.
 */
@Component
public class Mappings {

    /** The rest of a longer list waits for a person. */
    private static final int RETRIED_TOGETHER_MAX = 1_000;

    private final MappingStatements statements;
    private final WaitingEventQueries waiting;
    private final HeldReplay replay;
    private final Settling settling;
    private final Exceptions exceptions;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    Mappings(
            MappingStatements statements,
            WaitingEventQueries waiting,
            HeldReplay replay,
            Settling settling,
            Exceptions exceptions,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock) {
        this.statements = statements;
        this.waiting = waiting;
        this.replay = replay;
        this.settling = settling;
        this.exceptions = exceptions;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * From now on the connection's name of an item means this one; what waited for it is posted.
     * Must not run inside a transaction.
     *
     * @param external 1–64 characters
     * @throws IllegalArgumentException when it is no such text
     */
    public void mapVariant(Connection connection, String external, VariantId variant) {
        noteVariant(connection, external, variant);
        settle(ExceptionKind.UNKNOWN_VARIANT, Subject.of(connection.code(), external));
    }

    /** The same for a place. */
    public void mapLocation(Connection connection, String external, LocationId location) {
        noteLocation(connection, external, location);
        settle(ExceptionKind.UNKNOWN_LOCATION, Subject.of(connection.code(), external));
    }

    /**
     * Writes what a name means, and leaves what waits for it. Joins the transaction that runs.
     *
     * @param external 1–64 characters
     * @throws IllegalArgumentException when it is no such text
     */
    public void noteVariant(Connection connection, String external, VariantId variant) {
        PlainText.code(external);
        write(
                connection,
                new Mapping("variant", external, variant.toString()),
                () -> {
                    statements.putVariant(connection.id(), external, variant, clock.now());
                    return variant;
                });
    }

    /** The same for many items, none of which has anything that waits for it. */
    public void noteVariants(Connection connection, Map<String, VariantId> variants) {
        variants.keySet().forEach(PlainText::code);
        String id = connection.id().value().toString();
        transactions.write(
                () -> {
                    statements.putVariants(connection.id(), variants, clock.now());
                    trail.record("map-items", "connection", id, null, variants.size());
                    return variants;
                });
    }

    /** The same for a place. */
    public void noteLocation(Connection connection, String external, LocationId location) {
        PlainText.code(external);
        write(
                connection,
                new Mapping("location", external, location.toString()),
                () -> {
                    statements.putLocations(
                            connection.id(), Map.of(external, location), clock.now());
                    return location;
                });
    }

    /** What a name means, for the trail. */
    record Mapping(String kind, String external, String meaning) {}

    private void write(Connection connection, Mapping mapping, Supplier<Object> change) {
        transactions.write(
                () -> {
                    trail.record(
                            "map", "connection", connection.id().value().toString(), null, mapping);
                    return change.get();
                });
    }

    private void settle(ExceptionKind kind, Subject subject) {
        ExceptionId open = exceptions.open(kind, List.of(subject)).get(subject);
        if (open != null) {
            replay.finish(open);
        }
    }

    /**
     * Posts what waits for an exception if it can be posted by now; then the exception is closed.
     * Must not run inside a transaction.
     */
    public void retry(ExceptionId exception) {
        replay.finish(exception);
    }

    /**
     * The same for all that waits for a connection's names, of which many mean something else now.
     * Must not run inside a transaction.
     */
    void retryAll(Connection connection) {
        waiting.exceptions(connection.id(), RETRIED_TOGETHER_MAX).forEach(replay::finish);
    }

    /** Gives up what waits for an exception. Joins the transaction that runs. */
    public void ignore(ExceptionId exception) {
        settling.ignore(exception);
    }
}
