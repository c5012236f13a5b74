package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Laws of what a ledger with any past does next, on the database. Many histories are posted side by
 * side, each of a tenant of its own, because a batch of many costs little more than one of few.
 */
@PlatformTest
class LedgerLawsTest {

    private static final int HISTORIES = Integer.getInteger("onhand.histories", 100);
    private static final int FIRST_SEED = Integer.getInteger("onhand.seed", 1);
    private static final int DOCUMENTS = 12;

    /** Of at most three lines each: below what one batch takes. */
    private static final int TOGETHER = 250;

    private static final long LAST = 7;
    private static final long BETWEEN = 3;

    @Autowired BusinessClock clock;
    @Autowired GroupCommit ledger;
    @Autowired LedgerProofQueries proof;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient app;

    private List<RandomHistory> histories = List.of();

    @BeforeEach
    void postHistories() {
        histories =
                IntStream.range(FIRST_SEED, FIRST_SEED + HISTORIES)
                        .mapToObj(seed -> RandomHistory.of(seed, clock.now(), DOCUMENTS, false))
                        .toList();
        post(histories.stream().flatMap(history -> history.sent().stream()).toList());
        post(histories.stream().flatMap(history -> history.arrivals().stream()).toList());
    }

    @Test
    void everythingReversedIsNothing() {
        post(
                histories.stream()
                        .flatMap(
                                history ->
                                        history.standing().reversed().stream()
                                                .map(p -> history.shop().undo(p, "all")))
                        .toList());
        for (RandomHistory history : histories) {
            var tenant = history.shop().tenant();
            assertThat(proof.levels(tenant).values())
                    .isNotEmpty()
                    .extracting(LevelState::balances)
                    .containsOnly(Balances.ZERO);
            assertThat(proof.onHandAt(tenant, history.times()).values())
                    .allSatisfy(past -> assertThat(past).containsOnly(0L));
        }
    }

    @Test
    void aLateFactBeforeACountChangesNoOnHand() {
        postOfEach(shop -> shop.count("last", 600).matcha(LAST).posted());
        postOfEach(shop -> shop.count("between", 500).matcha(BETWEEN).posted());
        Map<RandomHistory, Long> before = new HashMap<>();
        histories.forEach(history -> before.put(history, onHand(history)));
        postOfEach(shop -> shop.sale("late sale", 499).matcha(-5).posted());
        postOfEach(shop -> shop.receipt("late receipt", 13).matcha(11).posted());
        postOfEach(shop -> shop.ship("late shipment", 4));
        for (RandomHistory history : histories) {
            LevelKey level = history.shop().level(Shop.LONDON, Shop.MATCHA);
            var times = List.of(history.shop().at(500), history.shop().at(600));
            assertThat(onHand(history)).isEqualTo(before.get(history));
            assertThat(proof.onHandAt(history.shop().tenant(), times).get(level))
                    .containsExactly(BETWEEN * 1_000_000, LAST * 1_000_000);
        }
    }

    @Test
    void whatLeavesOnePlaceIsOnItsWayToAnotherAndWhatArrivesNoMoreIs() {
        for (RandomHistory history : histories) {
            var tenant = history.shop().tenant();
            assertThat(CurrentTenant.read(tenant, this::lostOnTheWay)).isEmpty();
            Map<LevelKey, LevelState> levels = proof.levels(tenant);
            for (LevelKey level : history.levels()) {
                assertThat(levels.getOrDefault(level, LevelState.NEW).balances().inTransit())
                        .isEqualTo(history.definition().inTransit(level));
            }
        }
    }

    /** What each posting of a pair adds up to, where that is not nothing. */
    private List<String> lostOnTheWay() {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select cast(sum(quantity) as text) from stock_movement
                                        where type in ('ship', 'arrive')
                                        group by posting_id having sum(quantity) <> 0
                                        """)
                                .query(String.class)
                                .list());
    }

    private long onHand(RandomHistory history) {
        return proof.level(history.shop().level(Shop.LONDON, Shop.MATCHA)).balances().onHand();
    }

    private void postOfEach(Function<Shop, Posting> posting) {
        post(histories.stream().map(RandomHistory::shop).map(posting).toList());
    }

    /** A reversal whose target is not there yet is sent again, as a sender would. */
    private void post(List<Posting> sent) {
        List<Posting> left = sent;
        while (!left.isEmpty()) {
            List<Posting> unknown = new ArrayList<>();
            for (int from = 0; from < left.size(); from += TOGETHER) {
                List<Posting> some = left.subList(from, Math.min(left.size(), from + TOGETHER));
                List<Outcome> outcomes = ledger.post(some);
                for (int i = 0; i < some.size(); i++) {
                    if (outcomes.get(i) instanceof Outcome.Unknown) {
                        unknown.add(some.get(i));
                    }
                    assertThat(outcomes.get(i)).isNotInstanceOf(Outcome.Invalid.class);
                }
            }
            left = unknown;
        }
    }
}
