package onhand.plugins.square;

import static onhand.plugins.square.TeaShop.EARL;
import static onhand.plugins.square.TeaShop.GREEN;
import static onhand.plugins.square.TeaShop.LONDON;
import static onhand.plugins.square.TeaShop.PARIS;
import static onhand.plugins.square.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.PosEvent.PosLine;
import io.onhand.plugin.ReadItem;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much trade, told in any order and often: what stands in the end is what Square counts. */
class RoughTradeTest {

    private static final int ORDERS = 300;
    private static final int TOGETHER = 100;

    @TempDir Path directory;
    private final Random random = new Random(11);
    private final List<DocumentKey> touched = new ArrayList<>();
    private final Map<String, PosEvent> standing = new HashMap<>();

    @Test
    void theHighestRevisionsSumToTheCounts() {
        try (var shop = TeaShop.open(directory)) {
            for (String location : List.of(LONDON, PARIS)) {
                shop.square.backOffice().shelves(location, Map.of(EARL, "1000", GREEN, "1000"));
            }
            for (int i = 0; i < ORDERS; i++) {
                trade(shop);
                shop.clock.pass(Duration.ofSeconds(10));
                if (i % 37 == 0) {
                    fetch(shop, 0.7);
                }
            }
            fetch(shop, 1);
            Map<String, BigDecimal> sums = new HashMap<>();
            standing.values().forEach(event -> add(event, sums));
            shop.counts()
                    .forEach(
                            (shelf, counted) -> {
                                BigDecimal moved = sums.getOrDefault(shelf, BigDecimal.ZERO);
                                assertThat(new BigDecimal(1_000).add(moved))
                                        .as(shelf)
                                        .isEqualByComparingTo(counted);
                            });
        }
    }

    private void trade(TeaShop shop) {
        String location = random.nextBoolean() ? LONDON : PARIS;
        String tea = random.nextBoolean() ? EARL : GREEN;
        String order = shop.till().sell(location, one(tea, quantity()));
        touch(order);
        int kind = random.nextInt(100);
        if (kind < 20) {
            for (int edit = random.nextInt(4); edit >= 0; edit--) {
                shop.till().edit(order, one(random.nextBoolean() ? EARL : GREEN, quantity()));
            }
        } else if (kind < 40) {
            touch(shop.till().refund(order, List.of()));
        } else if (kind < 50) {
            shop.till().cancel(order);
        }
    }

    private String quantity() {
        return (1 + random.nextInt(5)) + (random.nextBoolean() ? ".25" : "");
    }

    private void touch(String order) {
        touched.add(new DocumentKey("order", order, null));
    }

    /** Asks for a part of what was touched, in any order. */
    private void fetch(TeaShop shop, double part) {
        List<DocumentKey> keys = new ArrayList<>(touched);
        Collections.shuffle(keys, random);
        List<DocumentKey> some = keys.subList(0, (int) (keys.size() * part));
        for (int from = 0; from < some.size(); from += TOGETHER) {
            List<DocumentKey> call = some.subList(from, Math.min(some.size(), from + TOGETHER));
            for (Fetched fetched : TeaShop.ok(shop.connector.fetch(call, shop.ctx))) {
                if (fetched instanceof Fetched.Found(_, var items)
                        && items.getFirst() instanceof ReadItem.Told(var event, _)) {
                    standing.merge(event.externalId(), event, RoughTradeTest::higher);
                }
            }
        }
    }

    private static PosEvent higher(PosEvent one, PosEvent other) {
        return one.revision() > other.revision() ? one : other;
    }

    private static void add(PosEvent event, Map<String, BigDecimal> sums) {
        for (PosLine line : event.lines()) {
            BigDecimal quantity = new BigDecimal(line.quantity());
            sums.merge(
                    line.sku() + "@" + event.location(),
                    event.type().equals("sale") ? quantity.negate() : quantity,
                    BigDecimal::add);
        }
    }
}
