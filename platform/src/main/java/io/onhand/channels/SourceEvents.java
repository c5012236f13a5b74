package io.onhand.channels;

import io.onhand.channels.Reading.Ready;
import io.onhand.exceptions.ExceptionId;
import io.onhand.locations.LocationId;
import io.onhand.stock.LedgerUnavailable;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes the events that a connection tells. What can be posted is posted, each event whole; what
 * cannot is kept, whole, after the ledger has answered. If the program dies in between, nothing was
 * answered, and the same events again find what was posted.
 */
@Component
public class SourceEvents {

    /** What is said of an event of an observed connection that nothing would have hindered. */
    public static final String FORESEEN_POSTED = "It would have been posted.";

    private final EventDesk desk;
    private final LedgerDoor ledger;
    private final Aftermath aftermath;
    private final HeldReplay replay;
    private final PostedBefore posted;
    private final BusinessClock clock;

    SourceEvents(
            EventDesk desk,
            LedgerDoor ledger,
            Aftermath aftermath,
            HeldReplay replay,
            PostedBefore posted,
            BusinessClock clock) {
        this.desk = desk;
        this.ledger = ledger;
        this.aftermath = aftermath;
        this.replay = replay;
        this.posted = posted;
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
     * Takes events and returns when each is in the ledger or kept; those of a connection that is
     * only observed are told what would become of them, and nothing is kept here. Must not run
     * inside a transaction.
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
        Instant now = clock.now();
        return takeArrived(
                connection,
                actor,
                events.stream().map(event -> new Arrived(event, null, now)).toList());
    }

    /**
     * {@link #take} for events that came in deliveries as well: such a one is never refused, but
     * kept.
     */
    public List<EventResult> takeArrived(
            Connection connection, Actor actor, List<Arrived> arrived) {
        var intake = new Intake(CurrentTenant.id(), connection, actor);
        if (connection.mode() == Connection.Mode.OBSERVE) {
            return observed(intake, arrived);
        }
        Map<Integer, EventResult> before = posted.of(intake, arrived);
        if (before.isEmpty()) {
            return takeNew(intake, arrived);
        }
        List<Arrived> fresh = new ArrayList<>();
        for (int i = 0; i < arrived.size(); i++) {
            if (!before.containsKey(i)) {
                fresh.add(arrived.get(i));
            }
        }
        List<EventResult> results = new ArrayList<>(takeNew(intake, fresh));
        before.forEach(results::add);
        return results;
    }

    /** What would become of events if their connection were live; nothing does. */
    public List<EventResult> foresee(Connection connection, Actor actor, List<Arrived> arrived) {
        return observed(new Intake(CurrentTenant.id(), connection, actor), arrived);
    }

    private List<EventResult> observed(Intake intake, List<Arrived> arrived) {
        List<Reading> readings = desk.read(intake, arrived);
        List<EventResult> results = new ArrayList<>(arrived.size());
        for (int i = 0; i < arrived.size(); i++) {
            results.add(
                    EventResult.of(arrived.get(i).event(), EventOutcome.OBSERVED)
                            .noted(foreseen(readings.get(i))));
        }
        return results;
    }

    private static String foreseen(Reading reading) {
        return switch (reading) {
            case Ready _ -> FORESEEN_POSTED;
            case Reading.Unapplied unapplied ->
                    "It would have waited for a person: "
                            + switch (unapplied.why()) {
                                case Reading.Why.UnknownNames(var findings) ->
                                        findings.getFirst().detail();
                                case Reading.Why.Impossible(_, var detail) -> detail;
                                case Reading.Why.Taken() -> HeldEvent.OTHER;
                            };
        };
    }

    private List<EventResult> takeNew(Intake intake, List<Arrived> arrived) {
        List<Reading> readings = desk.read(intake, arrived);
        Iterator<LedgerDoor.Answered> outcomes = ledger.post(readings).iterator();
        var answers = new Answers();
        for (int i = 0; i < arrived.size(); i++) {
            Arrived one = arrived.get(i);
            switch (readings.get(i)) {
                case Ready ready -> answers.posted(one, ready, outcomes.next().outcome());
                case Reading.Unapplied unapplied -> answers.unapplied(unapplied);
            }
        }
        List<EventResult> results = new ArrayList<>(aftermath.of(intake, answers));
        replayWhatIsKnownByNow(intake.connection(), arrived, readings, results);
        return results;
    }

    /** A name may be mapped while events that use it are being kept. */
    private void replayWhatIsKnownByNow(
            Connection connection,
            List<Arrived> arrived,
            List<Reading> readings,
            List<EventResult> results) {
        Map<SourceEvent, Integer> kept = new LinkedHashMap<>();
        Set<ExceptionId> known = new LinkedHashSet<>();
        for (int i = 0; i < results.size(); i++) {
            ExceptionId exception = results.get(i).exception();
            if (exception == null || results.get(i).outcome() != EventOutcome.EXCEPTION) {
                continue;
            }
            kept.putIfAbsent(arrived.get(i).event(), i);
            if (isKnownByNow(connection, arrived.get(i), readings.get(i))) {
                known.add(exception);
            }
        }
        for (ExceptionId exception : known) {
            for (EventSettled settled : replay.finish(exception)) {
                kept.forEach(
                        (event, i) -> {
                            if (settled.isAbout(event)) {
                                results.set(i, settled.result());
                            }
                        });
            }
        }
    }

    /**
     * Whether all names of an event that waits are known. A delivery that is worked on again finds
     * its event kept if the program died between keeping and this; who sends an event again by
     * himself is told that it waits.
     */
    private boolean isKnownByNow(Connection connection, Arrived arrived, Reading reading) {
        return switch (reading) {
            case Ready _ -> arrived.delivery() != null;
            case Reading.Unapplied(_, _, Reading.Why.UnknownNames _) ->
                    desk.knows(connection, arrived.event());
            case Reading.Unapplied _ -> false;
        };
    }
}
