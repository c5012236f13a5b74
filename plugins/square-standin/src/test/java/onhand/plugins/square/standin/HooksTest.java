package onhand.plugins.square.standin;

import static onhand.plugins.square.standin.TeaShop.EARL;
import static onhand.plugins.square.standin.TeaShop.LONDON;
import static onhand.plugins.square.standin.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksTest {

    /** Minutes become tens of milliseconds. */
    private static final int SCALE = 6_000;

    @TempDir Path directory;
    private TeaShop shop;
    private Listener listener;

    @BeforeEach
    void open() throws Exception {
        listener = new Listener();
        var clock = new MovedClock();
        shop = TeaShop.open(TeaShop.settings(directory, clock).withRetryScale(SCALE), clock);
        shop.square.subscribe(Subscription.of(listener.address(), Listener.KEY));
        listener.await(heard -> heard.size() == 1 && shop.square.hooksWaiting() == 0);
    }

    @AfterEach
    void close() {
        shop.close();
        listener.close();
    }

    @Test
    void aSubscriberHearsFirstWhatHappenedBeforeItCame() {
        assertThat(types()).containsExactly("catalog.version.updated");
    }

    @Test
    void aSaleIsToldByItsOrderItsPaymentAndItsCounts() {
        String order = shop.till().sell(LONDON, one(EARL, "1"));
        var heard = listener.await(all -> all.size() == 4);
        assertThat(types()).contains("order.created", "payment.updated", "inventory.count.updated");
        assertThat(heard.toString()).contains(order);
    }

    @Test
    void editsAndRefundsAreTold() {
        String order = shop.till().sell(LONDON, one(EARL, "2"));
        shop.till().edit(order, one(EARL, "3"));
        shop.till().refund(order, one(EARL, "1"));
        listener.await(all -> all.size() == 9);
        assertThat(types()).contains("order.updated", "refund.updated");
    }

    @Test
    void aWriteThroughTheApiComesBackAsAnEcho() {
        shop.ask(
                "POST /v2/inventory/changes/batch-create",
                """
                {"idempotency_key":"k1","changes":[{"type":"PHYSICAL_COUNT","physical_count":{
                 "catalog_object_id":"VAR-TEA-EARL-100","state":"IN_STOCK",
                 "location_id":"L-LONDON","quantity":"7","occurred_at":"2026-11-20T10:00:30Z"}}]}
                """);
        var heard = listener.await(all -> all.size() == 2).getLast();
        assertThat(heard.type()).isEqualTo("inventory.count.updated");
        assertThat(heard.body().toString()).contains("\"quantity\":\"7\"");
    }

    @Test
    void repeatsHaveTheSameEventId() {
        shop.till().sell(LONDON, one(EARL, "1"), 3, Duration.ofMillis(50), null);
        var heard = listener.await(all -> all.size() == 10);
        var times =
                heard.stream()
                        .skip(1)
                        .collect(
                                Collectors.groupingBy(
                                        Listener.Heard::event, Collectors.counting()));
        assertThat(times).hasSize(3).allSatisfy((event, count) -> assertThat(count).isEqualTo(3));
    }

    @Test
    void whoRefusesIsToldAgainByTheScheduleWithTheReasonInTheHeaders() {
        listener.refuse(5);
        shop.till().recount(LONDON, EARL, "5");
        var headers = listener.await(all -> all.size() == 2).getLast().headers();
        assertThat(headers.get("Square-retry-number")).containsExactly("5");
        assertThat(headers.get("Square-retry-reason")).containsExactly("http_error");
        assertThat(headers.get("Square-initial-delivery-timestamp"))
                .allSatisfy(at -> assertThat(Instant.parse(at)).isEqualTo("2026-11-20T10:01:00Z"));
    }

    @Test
    void theScheduleIsTheVendorsElevenTriesWithinADay() {
        var schedule = new RetrySchedule(1);
        Duration day = Duration.ZERO;
        for (int retry = 1; retry <= 11; retry++) {
            day = day.plus(schedule.before(retry).orElseThrow());
        }
        assertThat(day).isEqualTo(Duration.ofMinutes(1_443));
        assertThat(schedule.before(12)).isEmpty();
    }

    @Test
    void everythingLostIsNeverHeard() {
        shop.square.trouble(new Trouble(4, Duration.ZERO, 100));
        shop.till().sell(LONDON, one(EARL, "1"));
        shop.square.trouble(Trouble.NONE);
        shop.till().recount(LONDON, EARL, "5");
        listener.await(all -> shop.square.hooksWaiting() == 0);
        assertThat(types()).containsExactly("catalog.version.updated", "inventory.count.updated");
    }

    @Test
    void webhooksThatDidNotArriveAreSentAfterTheNextStart() {
        listener.refuse(Integer.MAX_VALUE);
        shop.till().recount(LONDON, EARL, "5");
        shop.close();
        listener.refuse(0);
        shop = TeaShop.open(TeaShop.settings(directory, shop.clock), shop.clock);
        assertThat(shop.square.hooksWaiting()).isEqualTo(1);
        shop.square.subscribe(Subscription.of(listener.address(), Listener.KEY));
        listener.await(all -> all.size() == 2);
    }

    private List<String> types() {
        return listener.heard().stream().map(Listener.Heard::type).toList();
    }
}
