package onhand.testing.web;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.pf4j.Extension;

/**
 * A guest that needs a while outside for each message: the document that it names was sold once. It
 * notes when it is asked for one message twice at a time.
 */
@Extension
public final class SlowTill implements PosConnector {

    public static final String ID = "slow-till";

    /** How long it is away for a message. */
    public static final Duration AWAY = Duration.ofMillis(200);

    private static final Set<String> RUNNING = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger TWICE = new AtomicInteger();

    /** How often it was asked for a message while it was working on it. */
    public static int askedTwiceAtOnce() {
        return TWICE.get();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                "Slow till",
                new HookSignature.StandardWebhooks("signingSecret"),
                List.of(),
                Map.of("sale", "the message"),
                List.of(),
                List.of(),
                null,
                1,
                0);
    }

    @Override
    public Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings) {
        if (!RUNNING.add(delivery.id())) {
            TWICE.incrementAndGet();
        }
        LockSupport.parkNanos(AWAY.toNanos());
        RUNNING.remove(delivery.id());
        String document = new String(delivery.body(), StandardCharsets.UTF_8);
        var line = new PosEvent.PosLine(null, "TEA-MINT-50", "1");
        var sale =
                new PosEvent(
                        document,
                        0,
                        "sale",
                        "LONDON",
                        "2026-11-20T10:00:00Z",
                        0,
                        null,
                        null,
                        null,
                        List.of(line));
        return new Outcome.Ok<>(new ReadDelivery(null, List.of(new ReadItem.Told(sale, null))));
    }
}
