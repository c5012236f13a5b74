package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises: granted only while there is enough, given back, run out, used up. */
@PlatformTest
class LedgerPromisesTest {

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
    void aPromiseIsGrantedWhileThereIsEnoughAndRefusedAfter() {
        post(shop.receipt("r", 1).matcha(3).posted());
        assertThat(post(shop.promise("p", tomorrow()).matcha(2).posted()))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(post(shop.promise("q", tomorrow()).matcha(2).posted()))
                .isEqualTo(
                        new Outcome.Refused(
                                List.of(new Outcome.Refused.Short(1, Quantity.ofUnits(1)))));
        matchaIs(3, 2);
    }

    @Test
    void aPromiseOfTwoTeasIsGrantedWhollyOrNotAtAll() {
        post(shop.receipt("r", 1).matcha(3).posted());
        Outcome outcome =
                post(
                        shop.promise("p", tomorrow())
                                .matcha(2)
                                .line(Shop.LONDON, Shop.SENCHA, 1)
                                .posted());
        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Refused(List.of(new Outcome.Refused.Short(2, Quantity.ZERO))));
        matchaIs(3, 0);
    }

    @Test
    void aRefusedPromiseMayBeAskedForAgain() {
        Posting promise = shop.promise("p", tomorrow()).matcha(1).posted();
        assertThat(post(promise)).isInstanceOf(Outcome.Refused.class);
        post(shop.receipt("r", 1).matcha(1).posted());
        assertThat(post(promise)).isInstanceOf(Outcome.Applied.class);
        assertThat(post(promise)).isInstanceOf(Outcome.Duplicate.class);
        matchaIs(1, 1);
    }

    @Test
    void aSaleBelowWhatIsPromisedIsRecordedAndThePromiseStands() {
        post(shop.receipt("r", 1).matcha(1).posted());
        post(shop.promise("p", tomorrow()).matcha(1).posted());
        Outcome.Applied sold = (Outcome.Applied) post(shop.sale("s", 2).matcha(-1).posted());
        assertThat(sold.levels().getFirst().now().available()).isEqualTo(Quantity.ofUnits(-1));
        matchaIs(0, 1);
    }

    @Test
    void whatFulfilsAPromiseUsesItUpByWhatIsLeftAtMost() {
        post(shop.receipt("r", 1).matcha(10).posted());
        Posting promise = shop.promise("p", tomorrow()).matcha(3).posted();
        post(promise);
        post(shop.sale("s", 2).fulfils(promise).matcha(-2).posted());
        matchaIs(8, 1);
        assertThat(reservation(promise).state()).isEqualTo(ReservationState.HELD);
        post(shop.sale("s2", 2).fulfils(promise).matcha(-2).posted());
        matchaIs(6, 0);
        assertThat(reservation(promise).state()).isEqualTo(ReservationState.FULFILLED);
        Outcome.Applied late =
                (Outcome.Applied) post(shop.sale("s3", 2).fulfils(promise).matcha(-1).posted());
        assertThat(late.detail()).contains("not held");
        matchaIs(5, 0);
    }

    @Test
    void whatIsSoldOnlyAsLongAsItIsHeldIsSoldOnce() {
        post(shop.receipt("r", 1).matcha(10).posted());
        Posting promise = shop.promise("p", tomorrow()).matcha(4).posted();
        post(promise);
        List<Outcome> both =
                ledger.post(
                        List.of(
                                shop.sale("s", 2).fulfilsWholly(promise).matcha(-4).posted(),
                                shop.sale("s2", 2).fulfilsWholly(promise).matcha(-4).posted()));
        assertThat(both.getFirst()).isInstanceOf(Outcome.Applied.class);
        assertThat(both.getLast())
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        refused -> assertThat(refused.code()).isEqualTo(Fulfils.NOT_HELD));
        matchaIs(6, 0);
        Posting late = shop.sale("s3", 2).fulfilsWholly(promise).matcha(-1).posted();
        assertThat(post(late)).isInstanceOf(Outcome.Invalid.class);
        matchaIs(6, 0);
    }

    @Test
    void aPromiseMadeAndUsedUpInOneBatchIsFulfilled() {
        post(shop.receipt("r", 1).matcha(2).posted());
        Posting promise = shop.promise("p", tomorrow()).matcha(2).posted();
        ledger.post(List.of(promise, shop.sale("s", 2).fulfils(promise).matcha(-2).posted()));
        matchaIs(0, 0);
        assertThat(reservation(promise).state()).isEqualTo(ReservationState.FULFILLED);
    }

    @Test
    void reversingASaleDoesNotRenewThePromise() {
        post(shop.receipt("r", 1).matcha(2).posted());
        Posting promise = shop.promise("p", tomorrow()).matcha(2).posted();
        post(promise);
        Posting sale = shop.sale("s", 2).fulfils(promise).matcha(-2).posted();
        post(sale);
        post(shop.undo(sale, "1"));
        matchaIs(2, 0);
    }

    @Test
    void whatRanOutIsGivenBackToWhoeverAsksNext() {
        post(shop.receipt("r", 1).matcha(1).posted());
        Posting first = shop.promise("p", clock.now().plusSeconds(60)).matcha(1).posted();
        post(first);
        GroupCommit later = nodes.at(clock.now().plusSeconds(61));
        assertThat(later.post(List.of(shop.promise("q", tomorrow()).matcha(1).posted())))
                .allMatch(Outcome.Applied.class::isInstance);
        assertThat(reservation(first).state()).isEqualTo(ReservationState.EXPIRED);
        matchaIs(1, 1);
    }

    @Test
    void whatRanOutIsGivenBackEvenIfTheNextIsRefused() {
        post(shop.receipt("r", 1).matcha(1).posted());
        Posting first = shop.promise("p", clock.now().plusSeconds(60)).matcha(1).posted();
        post(first);
        GroupCommit later = nodes.at(clock.now().plusSeconds(61));
        assertThat(later.post(List.of(shop.promise("q", tomorrow()).matcha(2).posted())))
                .allMatch(Outcome.Refused.class::isInstance);
        matchaIs(1, 0);
    }

    @Test
    void whatRanOutIsReleasedByTheJob() {
        post(shop.receipt("r", 1).matcha(1).posted());
        Posting promise = shop.promise("p", clock.now().minusSeconds(1)).matcha(1).posted();
        post(promise);
        int released = CurrentTenant.read(shop.tenant(), () -> expiry.release(shop.tenant()));
        assertThat(released).isEqualTo(1);
        assertThat(reservation(promise).state()).isEqualTo(ReservationState.EXPIRED);
        matchaIs(1, 0);
    }

    @Test
    void aPromiseIsGivenBackOnce() {
        post(shop.receipt("r", 1).matcha(5).line(Shop.PARIS, Shop.SENCHA, 5).posted());
        Posting promise =
                shop.promise("p", tomorrow()).matcha(2).line(Shop.PARIS, Shop.SENCHA, 2).posted();
        post(promise);
        assertThat(release(promise)).isInstanceOf(Reservations.Ending.Released.class);
        assertThat(release(promise))
                .isEqualTo(new Reservations.Ending.AlreadyEnded(ReservationState.RELEASED));
        matchaIs(5, 0);
    }

    @Test
    void twoEndsOfOnePromiseInOneBatchEndItOnce() {
        post(shop.receipt("r", 1).matcha(5).posted());
        Instant soon = clock.now().plusSeconds(60);
        Posting promise = shop.promise("p", soon).matcha(2).posted();
        post(promise);
        ReservationId id = Objects.requireNonNull(promise.promise()).reservation();
        LevelKey level = shop.level(Shop.LONDON, Shop.MATCHA);
        List<Outcome> outcomes =
                nodes.at(soon.plusSeconds(1))
                        .post(
                                List.of(
                                        Release.release(
                                                id,
                                                List.of(level),
                                                new Cause("request", "r"),
                                                promise.actor(),
                                                clock.now()),
                                        Release.expiry(id, level, soon),
                                        shop.promise("q", tomorrow()).matcha(5).posted()));
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Applied.class);
        matchaIs(5, 5);
    }

    @Test
    void reservationsAreListedNewestFirstByState() {
        post(shop.receipt("r", 1).matcha(5).posted());
        Posting first = shop.promise("p", tomorrow()).matcha(1).posted();
        Posting second = shop.promise("q", tomorrow()).matcha(1).posted();
        post(first);
        post(second);
        release(first);
        CurrentTenant.read(
                shop.tenant(),
                () -> {
                    var all = queries.page(null, null, null, Reservation.Place.START, 1);
                    assertThat(all).containsExactly(reservationOf(second));
                    assertThat(queries.page(null, null, null, all.getFirst().place(), 5))
                            .containsExactly(reservationOf(first));
                    assertThat(
                                    queries.page(
                                            Shop.LONDON,
                                            ReservationState.HELD,
                                            null,
                                            Reservation.Place.START,
                                            5))
                            .containsExactly(reservationOf(second));
                    assertThat(queries.page(Shop.PARIS, null, null, Reservation.Place.START, 5))
                            .isEmpty();
                    return true;
                });
    }

    private Reservation reservationOf(Posting promise) {
        ReservationId id = Objects.requireNonNull(promise.promise()).reservation();
        return queries.reservation(id).orElseThrow();
    }
}
