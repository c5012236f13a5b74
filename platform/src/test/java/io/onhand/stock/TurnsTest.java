package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.util.ArrayList;
import java.util.List;
import onhand.testing.Sent;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();
    private final LocationId shop = Sent.location();
    private final TenantId large = Sent.tenant();
    private final TenantId small = Sent.tenant();

    @Test
    void oneTenantAloneGetsTheWholeBatchInOrderOfArrival() {
        wait(large, 1_500, 1);
        var batch = turns.take();
        assertThat(batch).hasSize(1_000);
        assertThat(documents(batch)).startsWith("0", "1", "2").endsWith("999");
        assertThat(turns.take()).hasSize(500);
        assertThat(turns.take()).isEmpty();
    }

    @Test
    void whoPostsOneEventIsInTheNextBatchAfterTwentyThousandOfAnother() {
        wait(large, 20_000, 1);
        turns.take();
        wait(small, 1, 1);
        var batch = turns.take();
        assertThat(of(batch, small)).hasSize(1);
        assertThat(of(batch, large)).hasSize(Turns.SHARE_LINES_MAX);
        assertThat(turns.take()).hasSize(1_000);
    }

    @Test
    void fourTenantsShareABatchAndTheFifthIsFirstInTheNext() {
        var tenants = List.of(large, small, Sent.tenant(), Sent.tenant(), Sent.tenant());
        tenants.forEach(tenant -> wait(tenant, 10, 200));
        var first = turns.take();
        assertThat(tenants).filteredOn(tenant -> of(first, tenant).size() == 1).hasSize(5);
        var second = turns.take();
        assertThat(tenants).allMatch(tenant -> of(second, tenant).size() == 1);
    }

    @Test
    void everybodyHasAShareOfEachBatchHoweverManyWait() {
        List<TenantId> tenants = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tenants.add(Sent.tenant());
            wait(tenants.getLast(), 50, 1);
        }
        var batch = turns.take();
        assertThat(tenants).allMatch(tenant -> of(batch, tenant).size() == 10);
    }

    @Test
    void aPostingThatIsLargerThanAShareGoesAlone() {
        turns.addLast(waiting(small, "small", 1));
        turns.addLast(waiting(large, "large", 300));
        turns.addLast(waiting(small, "small too", 1));
        assertThat(documents(turns.take())).containsExactly("small", "small too");
        assertThat(documents(turns.take())).containsExactly("large");

        turns.addLast(waiting(large, "largest", 1_000));
        turns.addLast(waiting(small, "small", 1));
        assertThat(documents(turns.take())).containsExactly("largest");
        assertThat(documents(turns.take())).containsExactly("small");
    }

    @Test
    void aTenantWithLargePostingsIsNotPassedForEver() {
        wait(large, 3, 1_000);
        wait(small, 1_000, 1);
        assertThat(documents(turns.take())).containsExactly("0");
        assertThat(of(turns.take(), small)).hasSize(Turns.SHARE_LINES_MAX);
        assertThat(documents(turns.take())).containsExactly("1");
    }

    @Test
    void noBatchIsLargerThanItsLimitAndNothingIsLost() {
        var tenants = List.of(large, small, Sent.tenant());
        var sizes = new java.util.Random(7);
        int all = 600;
        for (int i = 0; i < all; i++) {
            int lines = sizes.nextInt(10) == 0 ? 1 + sizes.nextInt(1_000) : 1 + sizes.nextInt(5);
            turns.addLast(waiting(tenants.get(i % 3), String.valueOf(i), lines));
        }
        List<Waiting> taken = new ArrayList<>();
        while (!turns.isEmpty()) {
            var batch = turns.take();
            assertThat(batch.stream().mapToInt(Waiting::lines).sum()).isBetween(1, 1_000);
            taken.addAll(batch);
        }
        assertThat(taken).hasSize(all);
        for (TenantId tenant : tenants) {
            assertThat(of(taken, tenant).stream().map(d -> Integer.parseInt(d)).toList())
                    .isSorted();
        }
    }

    private void wait(TenantId tenant, int postings, int lines) {
        for (int i = 0; i < postings; i++) {
            turns.addLast(waiting(tenant, String.valueOf(i), lines));
        }
    }

    private Waiting waiting(TenantId tenant, String document, int lines) {
        return new Waiting(Sent.sale(tenant, shop, document, lines), 0);
    }

    private static List<String> documents(List<Waiting> batch) {
        return batch.stream().map(posting -> posting.document().externalId()).toList();
    }

    private static List<String> of(List<Waiting> batch, TenantId tenant) {
        return documents(batch.stream().filter(w -> w.tenant().equals(tenant)).toList());
    }
}
