package io.onhand.channels;

import io.onhand.channels.Reading.Ready;
import io.onhand.channels.Reading.Unapplied;
import io.onhand.channels.Reading.Why;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.stock.Outcome;
import io.onhand.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Posts what waited for an exception, once its cause is gone. Each event is posted whole and once;
 * what names something else that is not known waits for that from now on.
 *
 * <p>Nothing ever waits for an exception that is closed: who keeps an event, or has it wait for
 * another exception, and who closes that exception do so in transactions that read what the other
 * one writes, so that the later of the two is tried again and sees what the first one did.
 */
@Component
class HeldReplay {

    /** Events that are posted together. */
    static final int STEP_MAX = 500;

    private final WaitingEventQueries waiting;
    private final Settling settling;
    private final WaitingDesk desk;
    private final LedgerDoor ledger;
    private final Exceptions exceptions;
    private final Aftermath aftermath;
    private final TenantTransactions transactions;

    HeldReplay(
            WaitingEventQueries waiting,
            Settling settling,
            WaitingDesk desk,
            LedgerDoor ledger,
            Exceptions exceptions,
            Aftermath aftermath,
            TenantTransactions transactions) {
        this.waiting = waiting;
        this.settling = settling;
        this.desk = desk;
        this.ledger = ledger;
        this.exceptions = exceptions;
        this.aftermath = aftermath;
        this.transactions = transactions;
    }

    /**
     * Posts again all that waits for this exception, and closes it when nothing waits for it any
     * more. Must not run inside a transaction.
     *
     * @return what became of each event that does not wait for it any more
     */
    List<EventSettled> finish(ExceptionId exception) {
        List<EventSettled> all = new ArrayList<>();
        List<EventSettled> step;
        do {
            step = step(exception);
            all.addAll(step);
        } while (!closed(exception) && !step.isEmpty());
        return all;
    }

    /** Closes an exception if nothing waits for it; whether that is so. */
    private boolean closed(ExceptionId exception) {
        return transactions.write(
                () -> {
                    boolean ended = waiting.of(exception, 1).isEmpty();
                    if (ended) {
                        exceptions.close(exception);
                    }
                    return ended;
                });
    }

    private List<EventSettled> step(ExceptionId exception) {
        List<EventSettled> settled = new ArrayList<>();
        for (WaitingDesk.Part part : desk.read(waiting.of(exception, STEP_MAX))) {
            settled.addAll(replay(part, exception));
        }
        return settled;
    }

    private List<EventSettled> replay(WaitingDesk.Part part, ExceptionId exception) {
        Iterator<LedgerDoor.Answered> answers = ledger.settle(part.readings()).iterator();
        var moves = new Moves();
        List<Replayed> replayed = new ArrayList<>();
        for (int i = 0; i < part.events().size(); i++) {
            WaitingEvent event = part.events().get(i);
            switch (part.readings().get(i)) {
                case Ready ready -> {
                    Outcome outcome = answers.next().outcome();
                    if (outcome instanceof Outcome.Applied applied) {
                        applied.levels().forEach(moves::add);
                    }
                    replayed.add(
                            outcome instanceof Outcome.Invalid(_, var detail)
                                    ? waits(part.intake(), event, impossible(event, ready, detail))
                                    : new Posted(event, outcome));
                }
                case Unapplied unapplied -> replayed.add(waits(part.intake(), event, unapplied));
            }
        }
        List<EventSettled> settled = note(replayed, exception);
        aftermath.of(moves);
        return settled;
    }

    /** What a replay found about an event. */
    private sealed interface Replayed {}

    private record Posted(WaitingEvent event, Outcome outcome) implements Replayed {}

    private record Waits(WaitingEvent event, Finding finding) implements Replayed {}

    private static Unapplied impossible(WaitingEvent event, Ready ready, String detail) {
        return new Unapplied(
                event.arrived(),
                ready.posting().content(),
                new Why.Impossible(ExceptionKind.UNREADABLE, detail));
    }

    private static Waits waits(Intake intake, WaitingEvent event, Unapplied unapplied) {
        return new Waits(
                event,
                switch (unapplied.why()) {
                    case Why.UnknownNames(var findings) -> findings.getFirst();
                    case Why.Impossible(var kind, var detail) ->
                            unapplied.finding(intake.connection(), kind, detail);
                    case Why.Taken() -> throw new IllegalStateException("nothing is compared here");
                });
    }

    private List<EventSettled> note(List<Replayed> replayed, ExceptionId exception) {
        return transactions.write(
                () -> {
                    List<Settling.Verdict> verdicts = new ArrayList<>();
                    for (Replayed one : replayed) {
                        switch (one) {
                            case Posted(var event, var outcome) ->
                                    verdicts.add(Settling.Verdict.of(event, outcome));
                            case Waits(var event, var finding) -> {
                                ExceptionId other = openFor(finding);
                                if (!other.equals(exception)) {
                                    verdicts.add(Settling.Verdict.waits(event, other));
                                }
                            }
                        }
                    }
                    return settling.settle(verdicts);
                });
    }

    private ExceptionId openFor(Finding finding) {
        ExceptionId open =
                exceptions.open(finding.kind(), List.of(finding.subject())).get(finding.subject());
        return open == null ? exceptions.raise(List.of(finding)).getFirst() : open;
    }
}
