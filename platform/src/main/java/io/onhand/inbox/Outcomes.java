package io.onhand.inbox;

import io.onhand.channels.EventOutcome;
import io.onhand.channels.EventResult;
import io.onhand.channels.EventSettled;
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
    private final Exceptions exceptions;
    private final RepeatStatements repeats;
    private final TenantTransactions transactions;

    Outcomes(
            DeliveryEventStatements events,
            DeliveryStatements deliveries,
            Exceptions exceptions,
            RepeatStatements repeats,
            TenantTransactions transactions) {
        this.events = events;
        this.deliveries = deliveries;
        this.exceptions = exceptions;
        this.repeats = repeats;
        this.transactions = transactions;
    }

    /** Notes the results of these events, which stand in the same order. */
    void note(List<PendingEvent> round, List<EventResult> results) {
        List<Result> rows = new ArrayList<>(round.size());
        for (int i = 0; i < round.size(); i++) {
            rows.add(new Result(round.get(i), results.get(i)));
        }
        transactions.write(
                () -> {
                    events.results(rows);
                    deliveries.update(
                            round.stream().map(PendingEvent::delivery).distinct().toList());
                    return rows;
                });
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
            note(
                    List.of(event),
                    List.of(
                            new EventResult(
                                    told.externalId(),
                                    told.revision(),
                                    EventOutcome.EXCEPTION,
                                    null,
                                    id,
                                    null)));
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
