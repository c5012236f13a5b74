package io.onhand.channels;

import io.onhand.channels.Reading.Ready;
import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.SourceId;
import io.onhand.stock.StockLedger;
import io.onhand.stock.StockTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells what a replay would come to by doing it in a transaction that is taken back. */
@Component
public class Rehearsals {

    /** Events that are looked at together. */
    public static final int EVENTS_MAX = 500;

    /** Lines that are looked at together, since their levels are locked meanwhile. */
    static final int LINES_MAX = 2_000;

    private final WaitingEventQueries waiting;
    private final WaitingDesk desk;
    private final StockLedger ledger;
    private final StockTransactions transactions;

    Rehearsals(
            WaitingEventQueries waiting,
            WaitingDesk desk,
            StockLedger ledger,
            StockTransactions transactions) {
        this.waiting = waiting;
        this.desk = desk;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Has the transaction taken back, and carries out what was found. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Rehearsal found;

        TakenBack(Rehearsal found) {
            super("rehearsed", null, false, false);
            this.found = found;
        }
    }

    /**
     * What would become of the events that wait for these exceptions. Changes nothing. Must not run
     * inside a transaction.
     *
     * @param before what would be written first, such as a mapping; it is taken back, too
     */
    public Rehearsal of(Collection<ExceptionId> exceptions, Runnable before) {
        try {
            return transactions.write(
                    () -> {
                        before.run();
                        throw new TakenBack(rehearse(exceptions));
                    });
        } catch (TakenBack e) {
            return e.found;
        }
    }

    /** How many events wait for these exceptions, those that only lost to another content too. */
    public long waitingFor(Collection<ExceptionId> exceptions) {
        return waiting.count(exceptions);
    }

    private Rehearsal rehearse(Collection<ExceptionId> exceptions) {
        List<WaitingEvent> first = new ArrayList<>();
        int lines = 0;
        for (ExceptionId exception : exceptions) {
            for (WaitingEvent event : waiting.of(exception, EVENTS_MAX + 1)) {
                lines += event.arrived().event().lines().size();
                if (first.size() == EVENTS_MAX || lines > LINES_MAX && !first.isEmpty()) {
                    return rehearse(first, false);
                }
                first.add(event);
            }
        }
        return rehearse(first, true);
    }

    private record Document(SourceId source, String externalId) {}

    /** Of a document only the newest event is posted here: it is what stands in the end. */
    private Rehearsal rehearse(List<WaitingEvent> events, boolean whole) {
        Map<Document, Posting> newest = new LinkedHashMap<>();
        int ready = 0;
        for (WaitingDesk.Part part : desk.read(events)) {
            for (Reading reading : part.readings()) {
                if (reading instanceof Ready(var posting, _)) {
                    ready++;
                    var identity = posting.identity();
                    newest.merge(
                            new Document(identity.source(), identity.externalId()),
                            posting.settlingHeld(),
                            (one, other) ->
                                    one.identity().revision() > other.identity().revision()
                                            ? one
                                            : other);
                }
            }
        }
        List<Outcome> outcomes =
                newest.isEmpty() ? List.of() : ledger.postHere(List.copyOf(newest.values()));
        return Rehearsal.of(outcomes, ready, events.size() - ready, whole);
    }
}
