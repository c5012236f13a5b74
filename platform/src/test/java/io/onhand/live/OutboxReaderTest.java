package io.onhand.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.Catalog;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.NewProduct;
import io.onhand.catalog.NewVariant;
import io.onhand.catalog.Variant;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Cause;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Identity;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.SourceId;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class OutboxReaderTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final SourceId TILL = new SourceId(Region.HOME.newId());

    @Autowired BeanFactory program;
    @Autowired LiveHub hub;
    @Autowired OutboxQueries outbox;
    @Autowired StockLedger ledger;
    @Autowired Catalog catalog;
    @Autowired CatalogQueries variants;
    @Autowired BusinessClock clock;
    @Autowired MachineClock machine;

    private TeaShop shop;
    private Variant tea;

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        shop.run(
                () ->
                        catalog.create(
                                NewProduct.of("Earl Grey", NewVariant.of("TEA-EARL-100", "tin"))));
        tea =
                shop.call(() -> variants.variantsBySku(List.of("TEA-EARL-100")))
                        .values()
                        .iterator()
                        .next();
    }

    @Test
    void aScreenHearsOfASaleWithItsNewNumbers() throws InterruptedException {
        try (var watcher = hub.watch(shop.tenant(), Set.of("LONDON"))) {
            sell("PARIS", 1);
            sell("LONDON", 3);
            var three = Quantity.ofUnits(-3);
            assertThat(watcher.await(SOON))
                    .containsExactly(
                            new LevelChange(
                                    "LONDON", "TEA-EARL-100", three, three, Quantity.ZERO, 1));
        }
    }

    @Test
    void theOutboxIsClearedInBatchesOfWhatIsOld() {
        sell("LONDON", 1);
        sell("PARIS", 1);
        var now = machine.now();
        assertThat(outbox.deleteBefore(now.minus(Duration.ofHours(1)), 10)).isZero();
        assertThat(outbox.deleteBefore(now.plusSeconds(1), 1)).isEqualTo(1);
    }

    private void sell(String location, long units) {
        var sale =
                new Line.Change(
                        1,
                        "1",
                        shop.location(location),
                        tea.id(),
                        Account.ON_HAND,
                        null,
                        Quantity.ofUnits(-units),
                        null);
        var now = clock.now();
        var outcome =
                ledger.post(
                        new Posting(
                                shop.tenant(),
                                new Identity(TILL, UUID.randomUUID().toString(), 0),
                                new ContentHash(new byte[32]),
                                MovementType.SALE,
                                false,
                                new Cause("test", "sale"),
                                Actor.system("test"),
                                now,
                                now,
                                0,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(sale)));
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    }
}
