package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises that are asked for, and end, at the same moment. */
@PlatformTest
class LedgerPromiseRacesTest {

    @Autowired GroupCommit ledger;
    @Autowired Reservations reservations;
    @Autowired ReservationQueries queries;
    @Autowired ReservationExpiry expiry;
    @Autowired BusinessClock clock;
    @Autowired LedgerProofQueries proof;

    @Autowired LedgerNodes nodes;

    private Shop shop = Shop.open(Instant.EPOCH);

    @BeforeEach
    void openShop() {
        shop = Shop.open(clock.now());
    }

    private Outcome post(Posting posting) {
        return ledger.post(List.of(posting)).getFirst();
    }

    private Instant tomorrow() {
        return clock.now().plusSeconds(86_400);
    }

    private void matchaIs(long onHand, long committed) {
        Balances balances = proof.level(shop.level(Shop.LONDON, Shop.MATCHA)).balances();
        assertThat(balances.onHand()).isEqualTo(Quantity.ofUnits(onHand).millionths());
        assertThat(balances.committed()).isEqualTo(Quantity.ofUnits(committed).millionths());
        proof.check(shop.tenant());
    }

    private Reservation reservation(Posting promise) {
        ReservationId id = Objects.requireNonNull(promise.promise()).reservation();
        return CurrentTenant.read(shop.tenant(), () -> queries.reservation(id).orElseThrow());
    }

    private Reservations.Ending release(Posting promise) {
        ReservationId id = Objects.requireNonNull(promise.promise()).reservation();
        return CurrentTenant.call(
                shop.tenant(),
                Act.ofJob("test", "test"),
                () -> reservations.release(id, new Cause("request", "r")));
    }

    @Test
    void ofFourCopiesOfOnePromiseOneIsGrantedAndNoneRefused() throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 400; round++) {
                Shop fresh = Shop.open(clock.now());
                ledger.post(List.of(fresh.receipt("r", 1).matcha(1).posted()));
                Posting promise = fresh.promise("p", tomorrow()).matcha(1).posted();
                var barrier = new CyclicBarrier(4);
                Callable<Outcome> send =
                        () -> {
                            barrier.await();
                            return ledger.post(List.of(promise)).getFirst();
                        };
                List<Future<Outcome>> sent = new ArrayList<>();
                for (int copy = 0; copy < 4; copy++) {
                    sent.add(senders.submit(send));
                }
                List<Outcome> outcomes = new ArrayList<>();
                for (Future<Outcome> answer : sent) {
                    outcomes.add(answer.get());
                }
                assertThat(outcomes).filteredOn(Outcome.Applied.class::isInstance).hasSize(1);
                assertThat(outcomes).filteredOn(Outcome.Duplicate.class::isInstance).hasSize(3);
            }
        }
    }

    @Test
    void twoSendersOfTheLastOnesNeverGetMoreThanThereIs() throws Exception {
        post(shop.receipt("r", 1).matcha(10).line(Shop.LONDON, Shop.SENCHA, 10).posted());
        List<Future<List<Outcome>>> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 50; i++) {
                Posting one = shop.promise("one" + i, tomorrow()).matcha(1).posted();
                Posting two =
                        shop.promise("two" + i, tomorrow())
                                .line(Shop.LONDON, Shop.SENCHA, 1)
                                .matcha(1)
                                .posted();
                sent.add(senders.submit(() -> ledger.post(List.of(one))));
                sent.add(senders.submit(() -> ledger.post(List.of(two))));
            }
        }
        int granted = 0;
        for (Future<List<Outcome>> answer : sent) {
            granted += answer.get().getFirst() instanceof Outcome.Applied ? 1 : 0;
        }
        assertThat(granted).isEqualTo(10);
        matchaIs(10, 10);
    }

    @Test
    void aReservationWithTwoLevelsEndsWhenBothAreReleasedByDifferentBatches() throws Exception {
        Instant soon = clock.now().plusSeconds(60);
        try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 40; round++) {
                openShop();
                post(shop.receipt("r", 1).matcha(1).line(Shop.LONDON, Shop.SENCHA, 1).posted());
                Posting promise =
                        shop.promise("p", soon)
                                .matcha(1)
                                .line(Shop.LONDON, Shop.SENCHA, 1)
                                .posted();
                post(promise);
                ReservationId id = Objects.requireNonNull(promise.promise()).reservation();
                List<Future<List<Outcome>>> both = new ArrayList<>();
                for (var tea : List.of(Shop.MATCHA, Shop.SENCHA)) {
                    Posting end = Release.expiry(id, shop.level(Shop.LONDON, tea), soon);
                    both.add(senders.submit(() -> ledger.post(List.of(end))));
                }
                for (Future<List<Outcome>> end : both) {
                    assertThat(end.get()).allMatch(Outcome.Applied.class::isInstance);
                }
                assertThat(reservation(promise).state()).isEqualTo(ReservationState.EXPIRED);
            }
        }
    }
}
