package io.onhand.inbox;

import io.onhand.inbox.WorkStatements.Wish;
import io.onhand.leases.WorkLoop;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work of one kind as long as there is some. Of a connection it takes the next part when it
 * is done with the one before; connections do not wait for each other.
 */
class Drain implements WorkLoop.Source {

    /** A nudge may be lost, above all when another program should have had it. */
    static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** How long what is in hand has at the end. */
    static final Duration STOP_MAX = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final Stage stage;
    private final WorkStatements work;
    private final InboxSettings settings;
    private final MachineClock clock;
    private final Nudge nudge;
    private final Set<SourceId> busy = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inHand = new AtomicInteger();

    Drain(
            Stage stage,
            WorkStatements work,
            InboxSettings settings,
            MachineClock clock,
            Nudge nudge) {
        this.stage = stage;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public void await() throws InterruptedException {
        nudge.await(stage.kind(), LOOK_EVERY);
    }

    @Override
    public boolean takeSome(Executor workers) {
        int room = settings.leasedMax() - inHand.get();
        if (room <= 0) {
            return false;
        }
        Instant now = clock.now();
        var wish = new Wish(stage.kind(), Set.copyOf(busy), settings.togetherMax(), room);
        List<Work> leased = work.lease(wish, now, now.plus(settings.lease()));
        Map<SourceId, List<Work>> byConnection =
                leased.stream().collect(Collectors.groupingBy(Work::connection));
        byConnection.forEach((connection, part) -> handOut(connection, part, workers));
        return !leased.isEmpty();
    }

    private void handOut(SourceId connection, List<Work> part, Executor workers) {
        busy.add(connection);
        inHand.addAndGet(part.size());
        workers.execute(
                () -> {
                    try {
                        handle(part);
                    } catch (RuntimeException e) {
                        log.warn("Work of the inbox was left; its lease runs out", e);
                    } finally {
                        inHand.addAndGet(-part.size());
                        busy.remove(connection);
                        nudge.wake(stage.kind());
                    }
                });
    }

    private void handle(List<Work> part) {
        Work first = part.getFirst();
        var act = Act.ofJob("inbox", first.id().toString());
        CurrentTenant.run(first.tenant(), act, () -> stage.handle(part));
    }
}
