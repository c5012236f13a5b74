package io.onhand.channels;

import io.onhand.channels.Reading.Ready;
import io.onhand.locations.LocationId;
import io.onhand.stock.LedgerUnavailable;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/**
 * Takes the events that a connection tells. What can be posted is posted, each event whole; what
 * cannot is kept, whole, after the ledger has answered. If the program dies in between, nothing was
 * answered, and the same events again find what was posted.
 */
@Component
public class SourceEvents {

    private final EventDesk desk;
    private final StockLedger ledger;
    private final Aftermath aftermath;
    private final BusinessClock clock;

    SourceEvents(EventDesk desk, StockLedger ledger, Aftermath aftermath, BusinessClock clock) {
        this.desk = desk;
        this.ledger = ledger;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /**
     * Every location whose stock these events may move, by its name: those that they name, and
     * those where the documents stand that they change.
     */
    public Map<String, LocationId> places(Connection connection, List<SourceEvent> events) {
        return desk.places(connection, events);
    }

    /**
     * Takes events and returns when each is in the ledger or kept. Must not run inside a
     * transaction.
     *
     * @param actor who sent them
     * @param events at most {@link StockLedger#QUEUE_LINES_MAX} lines in all
     * @return the result of each event, in order
     * @throws io.onhand.stock.QueueFull when the ledger has no room for them; nothing was posted
     * @throws LedgerUnavailable when the database did not take them all; sending them again is
     *     right
     * @throws EventRefused when one of them cannot be taken as it is
     */
    public List<EventResult> take(Connection connection, Actor actor, List<SourceEvent> events) {
        var intake = new Intake(CurrentTenant.id(), connection, actor, clock.now());
        List<Reading> readings = desk.read(intake, events);
        Iterator<Outcome> outcomes = post(readings).iterator();
        var answers = new Answers();
        for (int i = 0; i < events.size(); i++) {
            SourceEvent event = events.get(i);
            switch (readings.get(i)) {
                case Ready ready -> answers.posted(event, ready, outcomes.next());
                case Reading.Unapplied unapplied -> answers.unapplied(unapplied);
            }
        }
        return aftermath.of(intake, answers);
    }

    private List<Outcome> post(List<Reading> readings) {
        List<Posting> postings = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Ready ready) {
                postings.add(ready.posting());
            }
        }
        List<CompletableFuture<Outcome>> futures = ledger.submit(postings);
        try {
            return futures.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
