package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stock that moves inside a document's own transaction. */
@PlatformTest
class PostingHereTest {

    @Autowired StockLedger ledger;
    @Autowired StockTransactions stock;
    @Autowired TenantTransactions transactions;
    @Autowired BusinessClock clock;
    @Autowired LedgerProofQueries proof;

    private Shop shop = Shop.open(Instant.EPOCH);

    @BeforeEach
    void openShop() {
        shop = Shop.open(clock.now());
    }

    private <T> T asTenant(Supplier<T> work) {
        return CurrentTenant.call(shop.tenant(), Act.ofJob("test", "test"), work);
    }

    private void matchaIs(long units) {
        assertThat(proof.level(shop.level(Shop.LONDON, Shop.MATCHA)).balances().onHand())
                .isEqualTo(Quantity.ofUnits(units).millionths());
        proof.check(shop.tenant());
    }

    @Test
    void whatIsPostedHereCountsWithTheCallersCommit() {
        List<Outcome> outcomes =
                asTenant(
                        () ->
                                stock.write(
                                        () ->
                                                ledger.postHere(
                                                        List.of(
                                                                shop.receipt("r", 1)
                                                                        .matcha(5)
                                                                        .posted(),
                                                                shop.sale("s", 1)
                                                                        .matcha(-2)
                                                                        .posted(),
                                                                shop.count("c", 2)
                                                                        .matcha(4)
                                                                        .posted()))));
        assertThat(outcomes).allMatch(Outcome.Applied.class::isInstance);
        matchaIs(4);
    }

    @Test
    void whatIsPostedHereGoesWithTheCallersRollback() {
        Posting receipt = shop.receipt("r", 1).matcha(5).posted();
        assertThatThrownBy(
                        () ->
                                asTenant(
                                        () ->
                                                stock.write(
                                                        () -> {
                                                            ledger.postHere(List.of(receipt));
                                                            throw new IllegalStateException("no");
                                                        })))
                .hasMessage("no");
        matchaIs(0);
        assertThat(ledger.post(receipt)).isInstanceOf(Outcome.Applied.class);
        matchaIs(5);
    }

    @Test
    void whatCannotBePostedIsAnsweredAndTheRestIsPosted() {
        List<Outcome> outcomes =
                asTenant(
                        () ->
                                stock.write(
                                        () ->
                                                ledger.postHere(
                                                        List.of(
                                                                shop.withhold("u", -1),
                                                                shop.receipt("r", 1)
                                                                        .matcha(5)
                                                                        .posted()))));
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Invalid.class);
        matchaIs(5);
    }

    @Test
    void aTransactionPostsOnce() {
        Posting one = shop.receipt("r", 1).matcha(5).posted();
        Posting two = shop.receipt("q", 1).matcha(5).posted();
        assertThatThrownBy(
                        () ->
                                asTenant(
                                        () ->
                                                stock.write(
                                                        () -> {
                                                            ledger.postHere(List.of(one));
                                                            return ledger.postHere(List.of(two));
                                                        })))
                .hasMessageContaining("posts once");
        matchaIs(0);
        asTenant(() -> stock.write(() -> ledger.postHere(List.of(one))));
        asTenant(() -> stock.write(() -> ledger.postHere(List.of(two))));
        matchaIs(10);
    }

    @Test
    void stockIsPostedInTransactionsOfStockOnly() {
        List<Posting> receipt = List.of(shop.receipt("r", 1).matcha(5).posted());
        assertThatThrownBy(() -> asTenant(() -> transactions.write(() -> ledger.postHere(receipt))))
                .hasMessageContaining("StockTransactions");
        assertThatThrownBy(() -> asTenant(() -> ledger.postHere(receipt)))
                .hasMessageContaining("StockTransactions");
    }

    @Test
    void nobodyPostsForAnotherTenantHere() {
        Posting strange = Shop.open(clock.now()).receipt("r", 1).matcha(5).posted();
        assertThatThrownBy(
                        () -> asTenant(() -> stock.write(() -> ledger.postHere(List.of(strange)))))
                .hasMessageContaining("another tenant");
    }
}
