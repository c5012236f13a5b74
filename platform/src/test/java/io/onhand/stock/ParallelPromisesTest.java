package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.ClockOffset;
import io.onhand.tenancy.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TwoNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promises asked of two programs at once. */
class ParallelPromisesTest {

    private static final int PROMISES = 1_000;
    private static final Duration HELD = Duration.ofMinutes(10);

    private static TwoNodes nodes;

    private TeaShop shop;
    private LocationId london;
    private VariantId earl;
    private VariantId sencha;

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void open() {
        shop = TeaShop.open(nodes.first());
        london = shop.location("LONDON");
        earl = shop.variant("TEA-EARL-100").id();
        sencha = shop.variant("TEA-SENCHA-100").id();
        var receipt =
                Sent.event(
                        shop.tenant(),
                        "receipt",
                        0,
                        MovementType.RECEIPT,
                        Sent.NOON,
                        List.of(
                                Sent.change(1, london, earl, 10),
                                Sent.change(2, london, sencha, 10)));
        nodes.bean(0, StockLedger.class).post(receipt);
    }

    @Test
    void ofTenUnitsExactlyTenArePromisedAndNoPromiseOfTwoIsGrantedByHalf() {
        List<Posting> asked = new ArrayList<>();
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < PROMISES; i++) {
            var promise = i % 4 < 2 ? promise("p" + i, earl) : promise("p" + i, earl, sencha);
            asked.add(promise);
            answers.addAll(nodes.bean(i, StockLedger.class).submit(List.of(promise)));
        }
        long both = 0;
        long one = 0;
        for (int i = 0; i < PROMISES; i++) {
            switch (answers.get(i).join()) {
                case Outcome.Applied applied -> {
                    both += asked.get(i).lines().size() - 1;
                    one += 2 - asked.get(i).lines().size();
                }
                case Outcome.Refused refused -> assertThat(refused.lines()).isNotEmpty();
                case Outcome other -> assertThat(other).isNull();
            }
        }
        System.out.printf(Locale.ROOT, "{\"promises\":{\"ofOne\":%d,\"ofBoth\":%d}}%n", one, both);
        assertThat(one + both).isEqualTo(10);
        assertThat(level(earl).committed()).isEqualTo(Quantity.ofUnits(10));
        assertThat(level(earl).available()).isEqualTo(Quantity.ZERO);
        assertThat(level(sencha).committed()).isEqualTo(Quantity.ofUnits(both));
        assertThat(shop.call(nodes.bean(1, Auditor.class)::audit).mismatches()).isEmpty();
    }

    @Test
    void onePromiseSentByManyAtOnceIsGrantedOnce() {
        var promise = promise("one", earl);
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.addAll(nodes.bean(i, StockLedger.class).submit(List.of(promise)));
        }
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .filteredOn(Outcome.Applied.class::isInstance)
                .hasSize(1);
        assertThat(answers)
                .extracting(CompletableFuture::join)
                .filteredOn(Outcome.Duplicate.class::isInstance)
                .hasSize(39);
        assertThat(level(earl).committed()).isEqualTo(Quantity.ofUnits(1));
    }

    @Test
    void whatHasExpiredIsPromisedAgainAtOnce() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            assertThat(post(promise("old" + i, earl))).isInstanceOf(Outcome.Applied.class);
        }
        assertThat(post(promise("early", earl))).isInstanceOf(Outcome.Refused.class);
        Instant expired = nodes.bean(0, BusinessClock.class).now().plus(HELD);
        nodes.bean(0, ClockOffset.class).advance(HELD);
        // on a slow machine the other program reads the clock's move later than it should
        await().until(() -> nodes.bean(1, BusinessClock.class).now().isAfter(expired));
        for (int i = 0; i < 10; i++) {
            assertThat(post(promise("new" + i, earl))).isInstanceOf(Outcome.Applied.class);
        }
        assertThat(level(earl).committed()).isEqualTo(Quantity.ofUnits(10));
        assertThat(post(promise("late", earl))).isInstanceOf(Outcome.Refused.class);
    }

    private Outcome post(Posting promise) {
        return nodes.bean(promise.hashCode() & 1, StockLedger.class).post(promise);
    }

    private Level level(VariantId variant) {
        return shop.call(
                () -> nodes.bean(1, StockQueries.class).level(london, variant).orElseThrow());
    }

    /** Asks for one unit of each. */
    private Posting promise(String id, VariantId... variants) {
        Instant now = nodes.bean(0, BusinessClock.class).now();
        List<Line> lines = new ArrayList<>();
        for (VariantId variant : variants) {
            int no = lines.size() + 1;
            lines.add(new Line.Grant(no, String.valueOf(no), london, variant, Quantity.ofUnits(1)));
        }
        var reservation = new ReservationId(Region.HOME.newId());
        return Sent.promise(
                shop.tenant(), id, now, new Promise(reservation, id, now.plus(HELD)), lines);
    }
}
