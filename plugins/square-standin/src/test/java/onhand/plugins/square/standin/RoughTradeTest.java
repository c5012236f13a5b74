package onhand.plugins.square.standin;

import static onhand.plugins.square.standin.TeaShop.EARL;
import static onhand.plugins.square.standin.TeaShop.GREEN;
import static onhand.plugins.square.standin.TeaShop.LONDON;
import static onhand.plugins.square.standin.TeaShop.PARIS;
import static onhand.plugins.square.standin.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much trade through a bad network: the counts follow, and most webhooks arrive, some often. */
class RoughTradeTest {

    private static final int ORDERS = 400;
    private static final int OPENING = 10_000;

    @TempDir Path directory;
    private final Random random = new Random(11);
    private final Map<String, Integer> sold = new HashMap<>();

    @Test
    void countsAreWhatTheOrdersLeaveWhateverHappensToTheWebhooks() throws Exception {
        var clock = new MovedClock();
        var settings = TeaShop.settings(directory, clock).withRetryScale(6_000);
        try (var listener = new Listener();
                var shop = TeaShop.open(settings, clock)) {
            for (String location : List.of(LONDON, PARIS)) {
                String opening = String.valueOf(OPENING);
                shop.square.backOffice().shelves(location, Map.of(EARL, opening, GREEN, opening));
            }
            shop.square.trouble(new Trouble(4, Duration.ofMillis(200), 5));
            shop.square.subscribe(Subscription.of(listener.address(), Listener.KEY));
            listener.refuse(50);
            for (int i = 0; i < ORDERS; i++) {
                trade(shop);
                clock.pass(Duration.ofSeconds(10));
            }
            for (String location : List.of(LONDON, PARIS)) {
                for (String tea : List.of(EARL, GREEN)) {
                    int left = OPENING - sold.getOrDefault(location + tea, 0);
                    assertThat(shop.count(location, tea)).isEqualTo(String.valueOf(left));
                }
            }
            var heard = listener.await(all -> shop.square.hooksWaiting() == 0);
            Set<String> events =
                    heard.stream().map(Listener.Heard::event).collect(Collectors.toSet());
            assertThat(events).hasSizeGreaterThan(ORDERS * 2);
            assertThat(heard).hasSizeGreaterThan(events.size() * 2);
        }
    }

    private void trade(TeaShop shop) {
        String location = random.nextBoolean() ? LONDON : PARIS;
        String tea = random.nextBoolean() ? EARL : GREEN;
        int quantity = 1 + random.nextInt(5);
        String order = shop.till().sell(location, one(tea, String.valueOf(quantity)));
        int kind = random.nextInt(100);
        if (kind < 20) {
            for (int edit = random.nextInt(4); edit >= 0; edit--) {
                quantity = 1 + random.nextInt(5);
                shop.till().edit(order, one(tea, String.valueOf(quantity)));
            }
        } else if (kind < 30) {
            shop.till().refund(order, one(tea, "1"));
            quantity--;
        } else if (kind < 35) {
            shop.till().cancel(order);
            quantity = 0;
        }
        sold.merge(location + tea, quantity, Integer::sum);
    }
}
