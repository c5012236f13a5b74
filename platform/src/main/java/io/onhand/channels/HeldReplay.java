package io.onhand.channels;

import io.onhand.channels.Reading.Ready;
import io.onhand.channels.Reading.Unapplied;
import io.onhand.channels.Reading.Why;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.stock.Outcome;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Posts what waited for an exception, once its cause is gone. Each event is posted whole and once;
 * what names something else that is not known waits for that from now on.
 */
@Component
class HeldReplay {

    /** Events that are posted together. */
    static final int STEP_MAX = 500;

    private final WaitingEventQueries waiting;
    private final Settling settling;
    private final EventDesk desk;
    private final LedgerDoor ledger;
    private final ConnectionQueries connections;
    private final Exceptions exceptions;
    private final Aftermath aftermath;

    HeldReplay(
            WaitingEventQueries waiting,
            Settling settling,
            EventDesk desk,
            LedgerDoor ledger,
            ConnectionQueries connections,
            Exceptions exceptions,
            Aftermath aftermath) {
        this.waiting = waiting;
        this.settling = settling;
        this.desk = desk;
        this.ledger = ledger;
        this.connections = connections;
        this.exceptions = exceptions;
        this.aftermath = aftermath;
    }

    /**
     * Posts again all that waits for this exception. Must not run inside a transaction.
     *
     * @return what became of each event that does not wait for it any more
     */
    List<EventSettled> of(ExceptionId exception) {
        List<EventSettled> all = new ArrayList<>();
        List<EventSettled> step;
        do {
            step = step(exception);
            all.addAll(step);
        } while (step.size() == STEP_MAX);
        return all;
    }

    /**
     * {@link #of} where the cause is gone: the exception ends when nothing waits for it any more.
     */
    List<EventSettled> finish(ExceptionId exception) {
        List<EventSettled> settled = of(exception);
        if (waiting.of(exception, 1).isEmpty()) {
            exceptions.close(exception);
        }
        return settled;
    }

    private List<EventSettled> step(ExceptionId exception) {
        Map<SourceId, List<WaitingEvent>> rows =
                waiting.of(exception, STEP_MAX).stream()
                        .collect(Collectors.groupingBy(WaitingEvent::connection));
        List<EventSettled> settled = new ArrayList<>();
        rows.forEach(
                (source, events) ->
                        connections
                                .find(source)
                                .ifPresent(c -> settled.addAll(replay(c, events, exception))));
        return settled;
    }

    private List<EventSettled> replay(
            Connection connection, List<WaitingEvent> events, ExceptionId exception) {
        var intake = new Intake(CurrentTenant.id(), connection, events.getFirst().actor());
        List<Reading> readings =
                desk.read(intake, events.stream().map(WaitingEvent::arrived).toList());
        Iterator<LedgerDoor.Answered> answers = ledger.settle(readings).iterator();
        List<Settling.Verdict> verdicts = new ArrayList<>();
        var moves = new Moves();
        for (int i = 0; i < events.size(); i++) {
            WaitingEvent event = events.get(i);
            switch (readings.get(i)) {
                case Ready _ -> {
                    Outcome outcome = answers.next().outcome();
                    if (outcome instanceof Outcome.Applied applied) {
                        applied.levels().forEach(moves::add);
                    }
                    verdicts.add(Settling.Verdict.of(event, outcome));
                }
                case Unapplied unapplied -> waitsFor(event, unapplied, exception, verdicts);
            }
        }
        List<EventSettled> settled = settling.settle(verdicts);
        aftermath.of(moves);
        return settled;
    }

    private void waitsFor(
            WaitingEvent event,
            Unapplied unapplied,
            ExceptionId exception,
            List<Settling.Verdict> verdicts) {
        Finding finding =
                switch (unapplied.why()) {
                    case Why.UnknownNames(var findings) -> findings.getFirst();
                    case Why.Impossible(var kind, var detail) -> finding(event, kind, detail);
                    case Why.Taken() -> throw new IllegalStateException("nothing is compared here");
                };
        ExceptionId other = openFor(finding);
        if (!other.equals(exception)) {
            verdicts.add(new Settling.Verdict(event, HeldEvent.State.EXCEPTION, null, other));
        }
    }

    private static Finding finding(WaitingEvent event, ExceptionKind kind, String detail) {
        SourceEvent told = event.arrived().event();
        return new Finding(
                kind,
                Subject.of(event.id().toString()),
                detail,
                Map.of(
                        "externalId",
                        told.externalId(),
                        "revision",
                        Long.toString(told.revision())));
    }

    private ExceptionId openFor(Finding finding) {
        ExceptionId open =
                exceptions.open(finding.kind(), List.of(finding.subject())).get(finding.subject());
        return open == null ? exceptions.raise(List.of(finding)).getFirst() : open;
    }
}
