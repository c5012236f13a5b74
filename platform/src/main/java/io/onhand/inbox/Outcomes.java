package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.Connection;
import io.onhand.channels.EventOutcome;
import io.onhand.channels.EventResult;
import io.onhand.channels.EventSettled;
import io.onhand.channels.KeptEvents;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.DeliveryEventStatements.Result;
import io.onhand.inbox.DeliveryEventStatements.Teller;
import io.onhand.stock.PostingId;
import io.onhand.stock.RepeatStatements;
import io.onhand.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes at deliveries what became of what they told. */
@Component
class Outcomes {

    private final DeliveryEventStatements events;
    private final DeliveryStatements deliveries;
    private final KeptEvents kept;
    private final Exceptions exceptions;
    private final RepeatStatements repeats;
    private final TenantTransactions transactions;

    Outcomes(
            DeliveryEventStatements events,
            DeliveryStatements deliveries,
            KeptEvents kept,
            Exceptions exceptions,
            RepeatStatements repeats,
            TenantTransactions transactions) {
        this.events = events;
        this.deliveries = deliveries;
        this.kept = kept;
        this.exceptions = exceptions;
        this.repeats = repeats;
        this.transactions = transactions;
    }

    /**
     * Notes the results of these events, which stand in the same order; of one that waited and was
     * settled meanwhile, what it came to.
     */
    void note(Connection connection, List<PendingEvent> round, List<EventResult> results) {
        List<Arrived> arrived = round.stream().map(PendingEvent::arrived).toList();
        transactions.write(
                () -> {
                    List<EventResult> now = kept.asOfNow(connection, arrived, results);
                    List<Result> rows = new ArrayList<>(round.size());
                    for (int i = 0; i < round.size(); i++) {
                        rows.add(new Result(round.get(i), now.get(i)));
                        if (!now.get(i).equals(results.get(i))) {
                            noteRepeat(round.get(i), now.get(i));
                        }
                    }
                    return note(rows);
                });
    }

    private void noteRepeat(PendingEvent event, EventResult result) {
        PostingId posting = result.posting();
        if (result.outcome() == EventOutcome.DUPLICATE && posting != null) {
            repeats.duplicate(posting, event.delivery(), event.arrived().receivedAt());
        }
    }

    private List<Result> note(List<Result> rows) {
        events.results(rows);
        deliveries.update(rows.stream().map(row -> row.event().delivery()).distinct().toList());
        return rows;
    }

    /** A day of trying was in vain: a person has to look. */
    void giveUp(List<PendingEvent> left) {
        for (PendingEvent event : left) {
            String delivery = event.delivery().toString();
            var id =
                    exceptions.raise(
                            ExceptionKind.UNREADABLE,
                            Subject.of(delivery, Integer.toString(event.place() + 1)),
                            "An event could not be posted for a day.",
                            Map.of("delivery", delivery));
            var told = event.arrived().event();
            var result =
                    new EventResult(
                            told.externalId(),
                            told.revision(),
                            EventOutcome.EXCEPTION,
                            null,
                            id,
                            null);
            transactions.write(() -> note(List.of(new Result(event, result))));
        }
    }

    /** What waited for an exception is settled, in the transaction that runs. */
    @EventListener
    void settled(EventSettled settled) {
        EventOutcome outcome = settled.outcome();
        String own = outcome == null ? "ignored" : outcome.word();
        String others = outcome == EventOutcome.APPLIED ? EventOutcome.DUPLICATE.word() : own;
        List<Teller> told = events.settle(settled, own, others);
        if (told.isEmpty()) {
            return;
        }
        deliveries.update(told.stream().map(Teller::delivery).toList());
        PostingId posting = settled.posting();
        if (outcome == EventOutcome.APPLIED && posting != null) {
            told.stream()
                    .filter(teller -> !teller.delivery().equals(settled.delivery()))
                    .forEach(
                            teller ->
                                    repeats.duplicate(
                                            posting, teller.delivery(), teller.receivedAt()));
        }
    }
}
