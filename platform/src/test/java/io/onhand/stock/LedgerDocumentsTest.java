package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import java.time.Instant;
import java.util.List;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The smallest histories of documents: revisions, voids and reversals. */
@PlatformTest
class LedgerDocumentsTest {

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
    void twoRevisionsInOneBatchCountOnce() {
        var outcomes =
                together(
                        shop.sale("d", 1).matcha(-1).posted(),
                        shop.sale("d", 1).revision(1).matcha(-2).posted());
        assertThat(outcomes).allMatch(Outcome.Applied.class::isInstance);
        matchaIs(-2);
    }

    @Test
    void aFactAndItsReversalInOneBatchAreNothing() {
        Posting sale = shop.sale("d", 1).matcha(-1).posted();
        assertThat(together(sale, shop.undo(sale, "1")))
                .allMatch(Outcome.Applied.class::isInstance);
        matchaIs(0);
    }

    @Test
    void aRevisionAtALaterTimeTakesTheOldOneBackAtItsOwnTime() {
        post(shop.sale("d", 10).matcha(-2).posted());
        post(shop.count("c", 20).matcha(8).posted());
        post(shop.sale("d", 30).revision(1).matcha(-3).posted());
        matchaIs(5);
    }

    @Test
    void theFirstRevisionThatComesLastIsStale() {
        post(shop.sale("d", 1).revision(1).matcha(-2).posted());
        Posting first = shop.sale("d", 1).matcha(-1).posted();
        assertThat(post(first)).isInstanceOf(Outcome.Stale.class);
        assertThat(post(first)).isInstanceOf(Outcome.Stale.class);
        matchaIs(-2);
    }

    @Test
    void aLowerRevisionIsStaleAndStaysIt() {
        post(shop.sale("d", 1).revision(3).matcha(-2).posted());
        Posting second = shop.sale("d", 1).revision(2).matcha(-9).posted();
        assertThat(post(second)).isInstanceOf(Outcome.Stale.class);
        assertThat(post(second)).isInstanceOf(Outcome.Stale.class);
        matchaIs(-2);
    }

    @Test
    void aDifferenceIsToWhatStandsAndNotToTheFirstRevision() {
        post(shop.sale("d", 1).matcha(-1).posted());
        post(shop.sale("d", 1).revision(1).matcha(-5).posted());
        post(shop.sale("d", 1).revision(2).matcha(-2).posted());
        matchaIs(-2);
    }

    @Test
    void aVoidFindsTheLevelsThatItMoved() {
        post(shop.sale("d", 1).matcha(-1).posted());
        Posting nothing = shop.sale("d", 1).revision(1).nothing();
        post(nothing);
        matchaIs(0);
        assertThat(proof.movementsOf(shop.tenant(), nothing.identity().postingId())).isEqualTo(1);
    }

    @Test
    void aRevisionThatMovesToAnotherShopIsFoundInBoth() {
        post(shop.sale("d", 1).matcha(-1).posted());
        Posting moved = shop.sale("d", 1).revision(1).line(Shop.PARIS, Shop.MATCHA, -4).posted();
        post(moved);
        matchaIs(0);
        assertThat(proof.level(shop.level(Shop.PARIS, Shop.MATCHA)).balances().onHand())
                .isEqualTo(Quantity.ofUnits(-4).millionths());
        assertThat(proof.movementsOf(shop.tenant(), moved.identity().postingId())).isEqualTo(2);
    }

    @Test
    void aRevisionAfterAReversalStandsAgainByItself() {
        Posting sale = shop.sale("d", 1).matcha(-2).posted();
        post(sale);
        post(shop.undo(sale, "1"));
        matchaIs(0);
        post(shop.sale("d", 1).revision(1).matcha(-3).posted());
        matchaIs(-3);
    }

    @Test
    void aSecondReversalIsTheFirstAndSaysWhoAsked() {
        Posting sale = shop.sale("d", 1).matcha(-2).posted();
        post(sale);
        post(shop.undo(sale, "1"));
        Outcome again = post(shop.undo(sale, "2"));
        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Duplicate.class,
                        duplicate ->
                                assertThat(duplicate.cause()).isEqualTo(new Cause("request", "1")));
        matchaIs(0);
    }

    @Test
    void whatARevisionReplacedIsNotReversed() {
        Posting sale = shop.sale("d", 1).matcha(-2).posted();
        post(sale);
        post(shop.sale("d", 1).revision(1).matcha(-3).posted());
        assertThat(post(shop.undo(sale, "1"))).isInstanceOf(Outcome.Stale.class);
        matchaIs(-3);
    }

    @Test
    void whatIsNotInTheLedgerIsNotReversed() {
        Posting sale = shop.sale("d", 1).matcha(-2).posted();
        assertThat(post(shop.undo(sale, "1"))).isInstanceOf(Outcome.Unknown.class);
        post(sale);
        post(shop.undo(sale, "1"));
        matchaIs(0);
    }

    @Test
    void aReversalIsNotReversed() {
        Posting sale = shop.sale("d", 1).matcha(-2).posted();
        post(sale);
        Posting undo = shop.undo(sale, "1");
        post(undo);
        assertThat(post(shop.undo(undo, "2"))).isInstanceOf(Outcome.Stale.class);
        matchaIs(0);
    }

    @Test
    void aDocumentChangesItsTypeToVoidOnly() {
        post(shop.sale("d", 1).matcha(-2).posted());
        assertThat(post(shop.receipt("d", 1).revision(1).matcha(2).posted()))
                .isInstanceOf(Outcome.Invalid.class);
        matchaIs(-2);
        post(shop.sale("d", 1).revision(2).nothing());
        matchaIs(0);
    }
}
