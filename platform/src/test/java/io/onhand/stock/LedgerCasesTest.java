package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The smallest histories that once gave a wrong number, or would. */
@PlatformTest
class LedgerCasesTest {

    @Autowired GroupCommit ledger;
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

    private List<Outcome> together(Posting... postings) {
        return ledger.post(List.of(postings));
    }

    private void matchaIs(long units) {
        assertThat(proof.level(shop.level(Shop.LONDON, Shop.MATCHA)).balances().onHand())
                .isEqualTo(Quantity.ofUnits(units).millionths());
        proof.check(shop.tenant());
    }

    @Test
    void ofTwoCountsAtOneTimeTheGreaterSourceIsRightInEitherOrder() {
        post(shop.count("c", 10).from(Shop.TILL_B).matcha(7).posted());
        post(shop.count("c", 10).from(Shop.TILL_A).matcha(5).posted());
        matchaIs(7);
        openShop();
        post(shop.count("c", 10).from(Shop.TILL_A).matcha(5).posted());
        post(shop.count("c", 10).from(Shop.TILL_B).matcha(7).posted());
        matchaIs(7);
    }

    @Test
    void ofTwoCountsOfOneSourceTheGreaterExternalIdIsRight() {
        post(shop.count("b", 10).matcha(7).posted());
        post(shop.count("\uffee", 10).matcha(8).posted());
        post(shop.count("\ud83c\udf75", 10).matcha(9).posted());
        post(shop.count("a", 10).matcha(5).posted());
        matchaIs(9);
    }

    @Test
    void aSaleAtTheTimeOfACountWasSeenByTheCount() {
        post(shop.count("c", 10).matcha(8).posted());
        post(shop.sale("s", 10).matcha(-2).posted());
        matchaIs(8);
        openShop();
        post(shop.sale("s", 10).matcha(-2).posted());
        post(shop.count("c", 10).matcha(8).posted());
        matchaIs(8);
    }

    @Test
    void onlyTheNextCountIsCorrected() {
        post(shop.count("c1", 10).matcha(8).posted());
        post(shop.count("c2", 20).matcha(6).posted());
        post(shop.sale("late", 5).matcha(-3).posted());
        matchaIs(6);
        assertThat(proof.onHandAt(shop.level(Shop.LONDON, Shop.MATCHA), shop.at(15)))
                .isEqualTo(Quantity.ofUnits(8).millionths());
    }

    @Test
    void aReversalIsEffectiveWhenItsFactWasSoTheCountStands() {
        Posting sale = shop.sale("d", 5).matcha(-2).posted();
        post(sale);
        post(shop.count("c", 10).matcha(8).posted());
        post(shop.undo(sale, "1"));
        matchaIs(8);
    }

    @Test
    void aReversedCountFreesTheFactsBeforeItForTheNext() {
        post(shop.receipt("r", 1).matcha(10).posted());
        Posting count = shop.count("c", 10).matcha(4).posted();
        post(count);
        post(shop.sale("s", 5).matcha(-1).posted());
        matchaIs(4);
        post(shop.undo(count, "1"));
        matchaIs(9);
        post(shop.count("c2", 20).matcha(8).posted());
        post(shop.sale("s2", 6).matcha(-1).posted());
        matchaIs(8);
    }

    @Test
    void aRevisedCountReplacesTheFirst() {
        post(shop.count("c", 10).matcha(8).posted());
        post(shop.sale("s", 20).matcha(-1).posted());
        post(shop.count("c", 10).revision(1).matcha(6).posted());
        post(shop.sale("late", 5).matcha(-4).posted());
        matchaIs(5);
    }

    @Test
    void allOfItReversedIsNothing() {
        Posting receipt = shop.receipt("r", 1).matcha(10).posted();
        Posting count = shop.count("c", 10).matcha(4).posted();
        Posting sale = shop.sale("s", 5).matcha(-1).posted();
        List.of(receipt, count, sale).forEach(this::post);
        List.of(receipt, count, sale).forEach(posting -> post(shop.undo(posting, "1")));
        matchaIs(0);
    }

    @Test
    void anotherContentUnderOneIdentityIsAConflict() {
        Posting sale = shop.sale("d", 1).matcha(-2).posted();
        Posting other = shop.sale("d", 1).matcha(-3).posted();
        post(sale);
        assertThat(post(other)).isInstanceOf(Outcome.Conflict.class);
        matchaIs(-2);
        openShop();
        Posting first = shop.sale("d", 1).matcha(-2).posted();
        assertThat(together(first, shop.sale("d", 1).matcha(-3).posted()).getLast())
                .isInstanceOf(Outcome.Conflict.class);
        matchaIs(-2);
    }

    @Test
    void aSaleReceivedByAClockThatIsAheadIsSeenByACountBetween() {
        Instant now = clock.now();
        Posting sale =
                shop.sale("s", 0)
                        .occurred(now.plusSeconds(1))
                        .received(now.plusSeconds(1))
                        .matcha(-1)
                        .posted();
        nodes.at(now).post(List.of(sale));
        Posting count =
                shop.count("c", 0)
                        .occurred(now.plusMillis(500))
                        .received(now.plusMillis(500))
                        .matcha(10)
                        .posted();
        nodes.at(now.plusSeconds(2)).post(List.of(count));
        matchaIs(9);
    }

    @Test
    void aTimeAfterItsReceiptIsTheTimeOfReceipt() {
        Instant received = clock.now();
        Posting sale =
                shop.sale("s", 0)
                        .occurred(received.plus(Duration.ofDays(1)))
                        .received(received)
                        .matcha(-1)
                        .posted();
        post(sale);
        assertThat(proof.onHandAt(shop.level(Shop.LONDON, Shop.MATCHA), received))
                .isEqualTo(Quantity.ofUnits(-1).millionths());
    }

    @Test
    void aMovementSaysWhatItCorrectsAndWhy() {
        post(shop.count("c", 10).matcha(8).posted());
        post(shop.sale("late", 5).matcha(-3).posted());
        assertThat(proof.correction(shop.level(Shop.LONDON, Shop.MATCHA)))
                .isEqualTo("count-correction 3000000 corrects 1 because 2");
    }

    @Test
    void whatIsShippedIsInTransitAndComesBackWithItsReversal() {
        post(shop.receipt("r", 1).matcha(10).posted());
        Posting shipment = shop.ship("t", 4);
        post(shipment);
        matchaIs(6);
        assertThat(proof.level(shop.level(Shop.PARIS, Shop.MATCHA)).balances())
                .isEqualTo(new Balances(0, 0, 0, 0, Quantity.ofUnits(4).millionths()));
        post(shop.undo(shipment, "1"));
        matchaIs(10);
        assertThat(proof.level(shop.level(Shop.PARIS, Shop.MATCHA)).balances())
                .isEqualTo(Balances.ZERO);
    }
}
