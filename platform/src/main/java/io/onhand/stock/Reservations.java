package io.onhand.stock;

import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ends promises. They are asked for by posting a {@link Promise}. */
@Component
public class Reservations {

    private final StockLedger ledger;
    private final ReservationQueries queries;
    private final BusinessClock clock;

    Reservations(StockLedger ledger, ReservationQueries queries, BusinessClock clock) {
        this.ledger = ledger;
        this.queries = queries;
        this.clock = clock;
    }

    /** What became of the wish to give a promise back. */
    public sealed interface Ending {

        /** What was left of it is available again. */
        record Released(PostingId posting) implements Ending {}

        /**
         * Nothing of it was left.
         *
         * @param state how it had ended
         */
        record AlreadyEnded(ReservationState state) implements Ending {}

        /** The current tenant has no such reservation. */
        record Unknown() implements Ending {}
    }

    /**
     * Gives back what is left of a promise, as the current act. Must not run inside a transaction.
     *
     * @param cause the request that asks for it
     * @throws QueueFull when the tenant's queue has no room
     * @throws LedgerUnavailable when the database did not take it; asking again is harmless
     */
    public Ending release(ReservationId id, Cause cause) {
        Optional<Reservation> found = queries.reservation(id);
        if (found.isEmpty()) {
            return new Ending.Unknown();
        }
        Reservation reservation = found.get();
        if (reservation.state() != ReservationState.HELD) {
            return new Ending.AlreadyEnded(reservation.state());
        }
        List<LevelKey> levels =
                reservation.lines().stream()
                        .map(
                                line ->
                                        new LevelKey(
                                                CurrentTenant.id(),
                                                line.location(),
                                                line.variant()))
                        .toList();
        Outcome outcome =
                ledger.post(
                        Release.release(
                                id, levels, cause, CurrentTenant.act().actor(), clock.now()));
        return outcome instanceof Outcome.Applied applied
                ? new Ending.Released(applied.posting())
                : new Ending.AlreadyEnded(queries.reservation(id).orElse(reservation).state());
    }
}
