package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import java.util.List;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class GroupCommitTest {

    @Autowired GroupCommit ledger;
    @Autowired BusinessClock clock;

    private Shop shop = Shop.open(java.time.Instant.EPOCH);

    @BeforeEach
    void openShop() {
        shop = Shop.open(clock.now());
    }

    private Outcome post(Posting posting) {
        return ledger.post(List.of(posting)).getFirst();
    }

    private static Quantity onHand(Outcome outcome) {
        return ((Outcome.Applied) outcome).levels().getFirst().onHand();
    }

    @Test
    void whatIsSoldIsGone() {
        post(shop.receipt("r", 1).matcha(10).posted());
        Outcome sold = post(shop.sale("s", 2).matcha(-3).posted());
        assertThat(onHand(sold)).isEqualTo(Quantity.ofUnits(7));
    }

    @Test
    void theSameSaleTwiceIsSoldOnce() {
        Posting sale = shop.sale("s", 2).matcha(-3).posted();
        post(sale);
        assertThat(post(sale)).isInstanceOf(Outcome.Duplicate.class);
        List<Outcome> both = ledger.post(List.of(sale, sale));
        assertThat(both).allMatch(Outcome.Duplicate.class::isInstance);
    }

    @Test
    void aLateSaleBeforeACountChangesNothingOnHand() {
        post(shop.count("c", 10).matcha(8).posted());
        Outcome late = post(shop.sale("s", 5).matcha(-2).posted());
        assertThat(onHand(late)).isEqualTo(Quantity.ofUnits(8));
        Outcome earlier = post(shop.count("c0", 3).matcha(20).posted());
        assertThat(onHand(earlier)).isEqualTo(Quantity.ofUnits(8));
    }
}
