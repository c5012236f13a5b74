package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Identities whose events are kept outside of the ledger. */
@PlatformTest
class LedgerHoldsTest {

    @Autowired GroupCommit ledger;
    @Autowired HoldStatements holds;
    @Autowired TenantTransactions transactions;
    @Autowired BusinessClock clock;
    @Autowired LedgerProofQueries proof;

    private Shop shop = Shop.open(Instant.EPOCH);

    @BeforeEach
    void openShop() {
        shop = Shop.open(clock.now());
        ledger.post(List.of(shop.receipt("opening", 1).matcha(10).posted()));
    }

    @Test
    void whatIsHeldIsNotPostedAndWhatCameWithItIs() {
        Posting held = shop.sale("held", 2).matcha(-3).posted();
        Posting other = shop.sale("other", 2).matcha(-1).posted();
        hold(held);
        assertThat(ledger.post(List.of(held, other)))
                .hasExactlyElementsOfTypes(Outcome.Held.class, Outcome.Applied.class);
        matchaIs(9);
    }

    @Test
    void everyCopyInABatchIsHeldWhateverItSays() {
        Posting held = shop.sale("held", 2).matcha(-3).posted();
        Posting otherContent = shop.sale("held", 2).matcha(-4).posted();
        hold(held);
        assertThat(ledger.post(List.of(otherContent, held, held)))
                .hasOnlyElementsOfType(Outcome.Held.class);
        matchaIs(10);
    }

    @Test
    void whoSettlesAHeldEventPostsItOnce() {
        Posting held = shop.sale("held", 2).matcha(-3).posted();
        hold(held);
        hold(held);
        List<Posting> settled = List.of(held.settlingHeld());
        assertThat(ledger.post(settled)).hasOnlyElementsOfType(Outcome.Applied.class);
        assertThat(ledger.post(settled)).hasOnlyElementsOfType(Outcome.Duplicate.class);
        assertThat(ledger.post(List.of(held))).hasOnlyElementsOfType(Outcome.Duplicate.class);
        matchaIs(7);
    }

    @Test
    void aHeldRevisionKeepsNothingElseFromBeingPosted() {
        Posting first = shop.sale("d", 2).matcha(-3).posted();
        Posting second = shop.sale("d", 3).matcha(-5).revision(1).posted();
        hold(second);
        assertThat(post(second)).isInstanceOf(Outcome.Held.class);
        assertThat(post(first)).isInstanceOf(Outcome.Applied.class);
        matchaIs(7);
        assertThat(post(second.settlingHeld())).isInstanceOf(Outcome.Applied.class);
        matchaIs(5);
    }

    @Test
    void aRevisionMakesTheHeldOneBeforeItStale() {
        Posting first = shop.sale("d", 2).matcha(-3).posted();
        hold(first);
        assertThat(post(shop.sale("d", 3).matcha(-5).revision(1).posted()))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(post(first.settlingHeld())).isInstanceOf(Outcome.Stale.class);
        matchaIs(5);
    }

    @Test
    void whatAnotherTenantHoldsHoldsNobodyElse() {
        Shop other = Shop.open(clock.now());
        hold(other.sale("held", 2).matcha(-3).posted());
        assertThat(post(shop.sale("held", 2).matcha(-3).posted()))
                .isInstanceOf(Outcome.Applied.class);
    }

    private Outcome post(Posting posting) {
        return ledger.post(List.of(posting)).getFirst();
    }

    private void hold(Posting... postings) {
        List<PostingId> ids = Stream.of(postings).map(p -> p.identity().postingId()).toList();
        CurrentTenant.call(
                postings[0].tenant(),
                Act.ofJob("test", "test"),
                () -> transactions.write(() -> hold(ids)));
    }

    private boolean hold(List<PostingId> ids) {
        holds.hold(ids);
        return true;
    }

    private void matchaIs(long onHand) {
        Balances balances = proof.level(shop.level(Shop.LONDON, Shop.MATCHA)).balances();
        assertThat(balances.onHand()).isEqualTo(Quantity.ofUnits(onHand).millionths());
        proof.check(shop.tenant());
    }
}
