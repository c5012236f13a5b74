package onhand.testing.web;

import io.onhand.plugin.Ctx;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
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
 * A guest whose messages name a document that was sold once, and that needs a while outside for
 * each. It notes when it is asked for one document twice at a time.
 */
@Extension
public final class SlowTill implements PosConnector {

    public static final String ID = "slow-till";

    /** How long it is away for a document. */
    public static final Duration AWAY = Duration.ofMillis(200);

    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger TWICE = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    /** For how many documents it was away at once at most, since it was asked that last. */
    public static int takeMostAtOnce() {
        return MOST.getAndSet(0);
    }

    /** How often it was asked for a document while it was away for it. */
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
                Map.of("sale", "the document"),
                List.of(),
                List.of(),
                null,
                1,
                0);
    }

    @Override
    public Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings) {
        var key =
                new DocumentKey("sale", new String(delivery.body(), StandardCharsets.UTF_8), null);
        return new Outcome.Ok<>(new ReadDelivery(null, List.of(new ReadItem.Hint(key))));
    }

    @Override
    public Outcome<List<Fetched>> fetch(List<DocumentKey> keys, Ctx ctx) {
        return new Outcome.Ok<>(keys.stream().map(SlowTill::ask).toList());
    }

    private static Fetched ask(DocumentKey key) {
        if (!ASKED.add(key.id())) {
            TWICE.incrementAndGet();
        }
        MOST.accumulateAndGet(ASKED.size(), Math::max);
        LockSupport.parkNanos(AWAY.toNanos());
        ASKED.remove(key.id());
        var line = new PosEvent.PosLine(null, "TEA-MINT-50", "1");
        var sale =
                new PosEvent(
                        key.id(),
                        0,
                        "sale",
                        "LONDON",
                        "2026-11-20T10:00:00Z",
                        0,
                        null,
                        null,
                        null,
                        List.of(line));
        return new Fetched.Found(key, List.of(new ReadItem.Told(sale, null)));
    }
}
