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
import io.onhand.tenancy.Region;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class LiveHubTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final SourceId TILL = new SourceId(Region.HOME.newId());

    @Autowired BeanFactory program;
    @Autowired LiveHub hub;
    @Autowired StockLedger ledger;
    @Autowired Catalog catalog;
    @Autowired CatalogQueries variants;
    @Autowired BusinessClock clock;

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
        var heard = new LinkedBlockingQueue<String>();
        var screen =
                new LiveListener() {
                    @Override
                    public void hear(Frame frame) {
                        heard.add(frame.json());
                    }

                    @Override
                    public void catchUp(List<Frame> frames) {
                        frames.forEach(this::hear);
                    }
                };
        var london = shop.location("LONDON");
        hub.join(shop.tenant(), london, "LONDON", screen, null);
        assertThat(heard.take()).contains("\"subscribed\":true");
        sell("PARIS", 1);
        sell("LONDON", 3);
        assertThat(heard.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                .contains(
                        """
                        "seq":1,"levels":[{"sku":"TEA-EARL-100","onHand":"-3","available":"-3",\
                        "committed":"0","version":1}]""");
        hub.leave(shop.tenant(), london, screen);
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
