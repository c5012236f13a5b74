package io.onhand.sync;

import io.onhand.audit.AuditTrail;
import io.onhand.exceptions.ExceptionId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Cause;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Identity;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.SourceId;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Posts what a person says where a till shows another number. What he counted comes from Onhand and
 * not from the connection: so the till is told, as of any count of ours. The till's number comes
 * from the connection: so it is not told what it shows already.
 */
@Component
class DriftPostings {

    private static final String CAUSE = "exception";
    private static final String COUNTED = "Counted because the till showed another number.";
    private static final String TAKEN = "The till's number was taken.";
    private static final String REASON = "data-entry-error";

    private final StockLedger ledger;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    DriftPostings(
            StockLedger ledger,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether a count is in the ledger. Must not run inside a transaction. */
    boolean count(ExceptionId drift, Compared level, Quantity counted) {
        Outcome outcome = ledger.post(countOf(drift, level, counted));
        if (outcome instanceof Outcome.Applied) {
            note(drift, level, counted);
        }
        return isInLedger(outcome);
    }

    private static boolean isInLedger(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied _, Outcome.Duplicate _ -> true;
            case Outcome.Stale _,
                    Outcome.Conflict _,
                    Outcome.Refused _,
                    Outcome.Invalid _,
                    Outcome.Held _,
                    Outcome.Unknown _ ->
                    false;
        };
    }

    private void note(ExceptionId drift, Compared level, Quantity counted) {
        transactions.write(
                () -> {
                    trail.record(
                            "count",
                            "exception",
                            drift.toString(),
                            Map.of("onHand", level.ours()),
                            Map.of("onHand", counted));
                    return drift;
                });
    }

    /** Who sends the form twice counts once: the second finds the level as the first found it. */
    private Posting countOf(ExceptionId drift, Compared level, Quantity counted) {
        return posting(
                drift,
                new Identity(SourceId.ONHAND, "drift/" + drift + "/" + level.version(), 0),
                "count/" + counted,
                MovementType.COUNT,
                COUNTED,
                new Line.Count(1, "1", level.location(), level.variant(), counted));
    }

    /**
     * Whether an adjustment to the till's number is in the ledger. For an exception that is posted
     * once: where another difference was posted and the program died before it closed the
     * exception, a person counts. Must not run inside a transaction.
     */
    boolean take(ExceptionId drift, SourceId till, Compared level) {
        return isInLedger(ledger.post(takingOf(drift, till, level)));
    }

    private Posting takingOf(ExceptionId drift, SourceId till, Compared level) {
        Quantity change = level.theirs().minus(level.ours());
        return posting(
                drift,
                new Identity(till, "drift/" + drift, 0),
                "take-theirs/" + change,
                MovementType.ADJUSTMENT,
                TAKEN,
                new Line.Change(
                        1,
                        "1",
                        level.location(),
                        level.variant(),
                        Account.ON_HAND,
                        null,
                        change,
                        REASON));
    }

    private Posting posting(
            ExceptionId drift,
            Identity identity,
            String content,
            MovementType type,
            String note,
            Line line) {
        Instant now = clock.now();
        return new Posting(
                CurrentTenant.id(),
                identity,
                ContentHash.of(content),
                type,
                false,
                new Cause(CAUSE, drift.toString()),
                CurrentTenant.act().actor(),
                now,
                now,
                0,
                null,
                note,
                null,
                null,
                null,
                List.of(line));
    }
}
