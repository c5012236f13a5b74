package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** What a batch does when something goes wrong. */
@PlatformTest
class LedgerFailuresTest {

    @Autowired GroupCommit ledger;
    @Autowired BusinessClock clock;
    @Autowired LedgerProofQueries proof;

    @Autowired LedgerNodes nodes;

    private Shop shop = Shop.open(Instant.EPOCH);

    @BeforeEach
    void openShop() {
        shop = Shop.open(clock.now());
    }

    private void matchaIs(Shop of, long units) {
        assertThat(proof.level(of.level(Shop.LONDON, Shop.MATCHA)).balances().onHand())
                .isEqualTo(Quantity.ofUnits(units).millionths());
        proof.check(of.tenant());
    }

    @Test
    void aPostingThatBreaksAConstraintFailsAloneAndMayComeAgain() {
        List<Posting> batch = new ArrayList<>();
        for (int other = 0; other < 199; other++) {
            batch.add(Shop.open(clock.now()).receipt("r", 1).matcha(1).posted());
        }
        Posting poison = shop.adjustment("a", "x".repeat(41)).matcha(-1).posted();
        batch.add(100, poison);
        List<Outcome> outcomes = ledger.post(batch);
        assertThat(outcomes.get(100)).isInstanceOf(Outcome.Invalid.class);
        assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(199);
        matchaIs(shop, 0);
        Posting mended = shop.adjustment("a", "damaged").matcha(-1).posted();
        assertThat(ledger.post(List.of(mended))).allMatch(Outcome.Applied.class::isInstance);
        matchaIs(shop, -1);
    }

    @Test
    void whatWouldWithholdLessThanNothingFailsAloneAndMayComeAgain() {
        Posting unhold = shop.withhold("u", -1);
        List<Outcome> outcomes =
                ledger.post(
                        List.of(
                                shop.receipt("r", 1).matcha(5).posted(),
                                unhold,
                                shop.sale("s", 2).matcha(-1).posted()));
        assertThat(outcomes.get(1))
                .isEqualTo(new Outcome.Invalid("below-zero", "unavailable would fall below zero"));
        matchaIs(shop, 4);
        ledger.post(List.of(shop.withhold("h", 2)));
        assertThat(ledger.post(List.of(unhold))).allMatch(Outcome.Applied.class::isInstance);
        matchaIs(shop, 4);
    }

    @Test
    void aQuantityWithoutEndIsNoLevel() {
        Posting much = shop.receipt("r", 1).matcha(Quantity.UNITS_LIMIT - 1).posted();
        Posting more = shop.receipt("r2", 1).matcha(1).posted();
        assertThat(ledger.post(List.of(much, more)).get(1)).isInstanceOf(Outcome.Invalid.class);
        matchaIs(shop, Quantity.UNITS_LIMIT - 1);
    }

    @Test
    void aBatchThatLostARaceIsPostedAgain() {
        GroupCommit unlucky =
                over(Fault.atStatement("40001"), Fault.atCommit("40P01"), Fault.atCommit("55P03"));
        assertThat(unlucky.post(List.of(shop.receipt("r", 1).matcha(5).posted())))
                .allMatch(Outcome.Applied.class::isInstance);
        matchaIs(shop, 5);
    }

    @Test
    @DisabledIfSystemProperty(
            named = "onhand.test.faults",
            matches = ".+",
            disabledReason = "it counts on a fault of its own")
    void aBatchWhoseConnectionBreaksAfterTheCommitIsPostedOnceAndToldSo() {
        GroupCommit unlucky = over(Fault.afterCommit("08006"));
        Posting receipt = shop.receipt("r", 1).matcha(5).posted();
        assertThat(unlucky.post(List.of(receipt))).allMatch(Outcome.Applied.class::isInstance);
        assertThat(unlucky.post(List.of(receipt))).allMatch(Outcome.Duplicate.class::isInstance);
        matchaIs(shop, 5);
    }

    @Test
    void aBatchWhoseConnectionBreaksBeforeTheCommitIsPosted() {
        GroupCommit unlucky = over(Fault.atCommit("08006"));
        Posting receipt = shop.receipt("r", 1).matcha(5).posted();
        assertThat(unlucky.post(List.of(receipt))).allMatch(Outcome.Applied.class::isInstance);
        matchaIs(shop, 5);
    }

    @Test
    @DisabledIfSystemProperty(
            named = "onhand.test.faults",
            matches = ".+",
            disabledReason = "it counts on a fault of its own")
    void aPromiseWhoseConnectionBreaksAfterTheCommitIsGranted() {
        ledger.post(List.of(shop.receipt("r", 1).matcha(1).posted()));
        GroupCommit unlucky = over(Fault.afterCommit("40003"));
        Posting promise = shop.promise("p", clock.now().plusSeconds(60)).matcha(1).posted();
        assertThat(unlucky.post(List.of(promise))).allMatch(Outcome.Applied.class::isInstance);
        matchaIs(shop, 1);
    }

    @Test
    void aDatabaseThatNeverTakesABatchIsUnavailable() {
        Fault[] faults = new Fault[GroupCommit.TRIES_MAX];
        Arrays.fill(faults, Fault.atCommit("40001"));
        GroupCommit unlucky = over(faults);
        Posting receipt = shop.receipt("r", 1).matcha(5).posted();
        assertThatThrownBy(() -> unlucky.post(List.of(receipt)))
                .isInstanceOf(LedgerUnavailable.class);
        matchaIs(shop, 0);
    }

    @Test
    void aBatchThatTakesTooLongIsPostedInHalves() {
        GroupCommit slow = over(Fault.atCommit("25P04"));
        List<Posting> two =
                List.of(
                        shop.receipt("r", 1).matcha(5).posted(),
                        shop.sale("s", 2).matcha(-1).posted());
        assertThat(slow.post(two)).allMatch(Outcome.Applied.class::isInstance);
        matchaIs(shop, 4);
    }

    @Test
    void aCountThatComesVeryLateIsRightAndHoldsNoStrangerUp() {
        for (int batch = 0; batch <= Histories.ROWS_MAX / 1_000; batch++) {
            List<Posting> sales = new ArrayList<>();
            for (int sale = 0; sale < 1_000; sale++) {
                sales.add(shop.sale(batch + "/" + sale, 10).matcha(-1).posted());
            }
            ledger.post(sales);
        }
        Shop stranger = Shop.open(clock.now());
        List<Outcome> outcomes =
                ledger.post(
                        List.of(
                                shop.count("c", 5).matcha(12_000).posted(),
                                stranger.sale("s", 1).matcha(-1).posted()));
        assertThat(outcomes).allMatch(Outcome.Applied.class::isInstance);
        assertThat(proof.level(shop.level(Shop.LONDON, Shop.MATCHA)).balances().onHand())
                .isEqualTo(Quantity.ofUnits(1_000).millionths());
        matchaIs(stranger, -1);
    }

    /** What goes wrong in one transaction. */
    private record Fault(String state, boolean atStatement, boolean committed) {

        static Fault atStatement(String state) {
            return new Fault(state, true, false);
        }

        static Fault atCommit(String state) {
            return new Fault(state, false, false);
        }

        static Fault afterCommit(String state) {
            return new Fault(state, false, true);
        }

        void strike(String method, Connection connection) throws SQLException {
            if (atStatement && method.equals("prepareStatement")) {
                throw new SQLException("on purpose", state);
            }
            if (!atStatement && method.equals("commit")) {
                if (committed) {
                    connection.commit();
                }
                throw new SQLException("on purpose", state);
            }
        }
    }

    private GroupCommit over(Fault... faults) {
        Deque<Fault> next = new ArrayDeque<>(List.of(faults));
        var unlucky =
                new HikariDataSource() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        Connection real = nodes.pool().getConnection();
                        return next.isEmpty() ? real : faulty(real, next.remove());
                    }
                };
        return nodes.over(unlucky);
    }

    private static Connection faulty(Connection real, Fault fault) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            fault.strike(method.getName(), real);
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
