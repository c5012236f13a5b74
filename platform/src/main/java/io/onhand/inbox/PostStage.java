package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.EventResult;
import io.onhand.channels.SourceEvents;
import io.onhand.database.Outage;
import io.onhand.database.Retry;
import io.onhand.leases.ProgramRole;
import io.onhand.stock.LedgerUnavailable;
import io.onhand.stock.QueueFull;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands the events of documents to the ledger: documents side by side, the events of one document
 * one after the other, in the order in which they came.
 */
@Component
class PostStage implements Stage {

    /** How long a queue that is full is left alone. */
    private static final Duration QUEUE_PAUSE = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(PostStage.class);

    private final PendingEventQueries pending;
    private final ConnectionQueries connections;
    private final SourceEvents events;
    private final Outcomes outcomes;
    private final WorkStatements work;
    private final Attempts attempts;
    private final MachineClock clock;

    PostStage(
            PendingEventQueries pending,
            ConnectionQueries connections,
            SourceEvents events,
            Outcomes outcomes,
            WorkStatements work,
            Attempts attempts,
            MachineClock clock) {
        this.pending = pending;
        this.connections = connections;
        this.events = events;
        this.outcomes = outcomes;
        this.work = work;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Work.Kind kind() {
        return Work.Kind.POST;
    }

    @Override
    public ProgramRole role() {
        return ProgramRole.WORKER;
    }

    @Override
    public void handle(List<Work> part) {
        try {
            post(part);
        } catch (QueueFull e) {
            work.later(part, clock.now().plus(QUEUE_PAUSE));
        } catch (RuntimeException e) {
            if (Retry.lostRace(e)) {
                attempts.soon(part);
            } else if (part.size() > 1 && !isOutage(e)) {
                // one of them is to blame, and the others need not wait for it
                part.forEach(one -> handle(List.of(one)));
            } else {
                log.warn("{} documents could not be posted; they are tried again", part.size(), e);
                part.forEach(this::tryAgain);
            }
        }
    }

    private static boolean isOutage(RuntimeException e) {
        return e instanceof LedgerUnavailable || Outage.causes(e);
    }

    private void post(List<Work> part) {
        Optional<Connection> connection = connections.find(part.getFirst().connection());
        if (connection.isPresent()) {
            List<PendingEvent> left = pending.of(part.stream().map(Work::id).toList());
            int all = left.size();
            while (!left.isEmpty()) {
                List<PendingEvent> round = oneOfEach(left);
                if (work.held(part).size() < part.size()) {
                    // somebody else has taken over, and finds what was posted
                    return;
                }
                postRound(connection.get(), round);
                left = without(left, round);
                if (left.isEmpty() && all == PendingEventQueries.TOGETHER_MAX) {
                    left = pending.of(part.stream().map(Work::id).toList());
                    all = left.size();
                }
            }
        }
        attempts.end(part);
    }

    private void postRound(Connection connection, List<PendingEvent> round) {
        var actor = new Actor(Actor.Type.CONNECTION, connection.code());
        List<Arrived> arrived = round.stream().map(PendingEvent::arrived).toList();
        List<EventResult> results = events.takeArrived(connection, actor, arrived);
        outcomes.note(connection, round, results);
    }

    /** The next event of each document is handed over when the one before has its outcome. */
    private static List<PendingEvent> oneOfEach(List<PendingEvent> left) {
        Set<UUID> documents = new HashSet<>();
        return left.stream().filter(event -> documents.add(event.document())).toList();
    }

    private static List<PendingEvent> without(List<PendingEvent> left, List<PendingEvent> round) {
        List<PendingEvent> rest = new ArrayList<>(left);
        rest.removeAll(Set.copyOf(round));
        return rest;
    }

    private void tryAgain(Work one) {
        attempts.again(one, Duration.ZERO, () -> outcomes.giveUp(pending.of(List.of(one.id()))));
    }
}
