package io.onhand.channels;

import io.onhand.audit.AuditTrail;
import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.Outcome;
import io.onhand.stock.PostingId;
import io.onhand.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes what became of events that were kept. */
@Component
class Settling {

    private final WaitingEventStatements statements;
    private final WaitingEventQueries waiting;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final ApplicationEventPublisher listeners;

    Settling(
            WaitingEventStatements statements,
            WaitingEventQueries waiting,
            TenantTransactions transactions,
            AuditTrail trail,
            ApplicationEventPublisher listeners) {
        this.statements = statements;
        this.waiting = waiting;
        this.transactions = transactions;
        this.trail = trail;
        this.listeners = listeners;
    }

    /**
     * What an event is to become.
     *
     * @param state {@code EXCEPTION} if it waits for another exception
     */
    record Verdict(
            WaitingEvent event,
            HeldEvent.State state,
            @Nullable PostingId posting,
            @Nullable ExceptionId exception) {

        static Verdict of(WaitingEvent event, Outcome outcome) {
            return switch (outcome) {
                case Outcome.Applied applied ->
                        new Verdict(event, HeldEvent.State.APPLIED, applied.posting(), null);
                case Outcome.Duplicate(var posting, _) ->
                        new Verdict(event, HeldEvent.State.APPLIED, posting, null);
                case Outcome.Stale() -> new Verdict(event, HeldEvent.State.STALE, null, null);
                case Outcome.Conflict(var existing, _) ->
                        new Verdict(event, HeldEvent.State.IGNORED, existing, null);
                case Outcome.Invalid _, Outcome.Refused _, Outcome.Held _, Outcome.Unknown _ ->
                        throw new IllegalStateException("cannot be settled: " + outcome);
            };
        }

        static Verdict waits(WaitingEvent event, ExceptionId exception) {
            return new Verdict(event, HeldEvent.State.EXCEPTION, null, exception);
        }

        EventSettled told() {
            EventOutcome outcome =
                    switch (state) {
                        case APPLIED -> EventOutcome.APPLIED;
                        case STALE -> EventOutcome.STALE;
                        case EXCEPTION, CONFLICT -> EventOutcome.EXCEPTION;
                        case IGNORED -> posting == null ? null : EventOutcome.CONFLICT;
                    };
            return event.settled(outcome, posting, exception);
        }
    }

    /** Notes verdicts. Whoever settled an event first, did. */
    List<EventSettled> settle(List<Verdict> verdicts) {
        return verdicts.isEmpty() ? List.of() : transactions.write(() -> note(verdicts));
    }

    /** Gives up all that waits for an exception. Joins the transaction that runs. */
    void ignore(ExceptionId exception) {
        transactions.write(
                () ->
                        note(
                                waiting.all(exception).stream()
                                        .map(
                                                e ->
                                                        new Verdict(
                                                                e,
                                                                HeldEvent.State.IGNORED,
                                                                null,
                                                                null))
                                        .toList()));
    }

    private List<EventSettled> note(List<Verdict> verdicts) {
        List<EventSettled> settled = new ArrayList<>();
        List<EventSettled> told = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (statements.settle(verdict)) {
                settled.add(verdict.told());
                // who hears of it knows an event by its identity, and would take it for the other
                if (!verdict.event().isConflict()) {
                    told.add(verdict.told());
                }
            }
        }
        Map<String, EventSettled> changes =
                settled.stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.externalId() + "/" + e.revision(),
                                        e -> e,
                                        (first, second) -> second));
        trail.recordEach("settle", "source-event", changes);
        told.forEach(listeners::publishEvent);
        return settled;
    }
}
