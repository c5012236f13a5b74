package io.onhand.stock;

import static onhand.testing.Sent.change;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class MovementsOfTypeTest {

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired MovementQueries movements;

    @Test
    void aWalkOverOneTypeFindsWhatTheWholeWalkFindsOfIt() {
        var shop = TeaShop.open(program);
        for (String place : List.of("LONDON", "PARIS", "NEWYORK")) {
            for (String sku : List.of("TEA-EARL-100", "TEA-SENCHA-100")) {
                for (MovementType type :
                        List.of(MovementType.RECEIPT, MovementType.SALE, MovementType.RECEIPT)) {
                    shop.run(() -> post(shop, type, place, sku));
                }
            }
        }
        List<Movement> all = shop.call(() -> walk(null, 200));
        assertThat(all).hasSize(18);
        for (MovementType type : List.of(MovementType.RECEIPT, MovementType.SALE)) {
            for (int limit : new int[] {1, 2, 5}) {
                assertThat(shop.call(() -> walk(type, limit)))
                        .isEqualTo(all.stream().filter(m -> m.type() == type).toList());
            }
        }
        assertThat(shop.call(() -> walk(MovementType.SHIP, 5))).isEmpty();
    }

    private void post(TeaShop shop, MovementType type, String place, String sku) {
        var line = change(1, shop.location(place), shop.variant(sku).id(), 1);
        String document = Sent.variant().toString();
        ledger.post(Sent.event(shop.tenant(), document, 0, type, Sent.NOON, List.of(line)));
    }

    private List<Movement> walk(@Nullable MovementType type, int limit) {
        var filter =
                new MovementFilter(
                        null,
                        null,
                        null,
                        Account.ON_HAND,
                        type,
                        MovementFilter.Clock.RECORDED,
                        MovementFilter.BEGINNING,
                        MovementFilter.END);
        List<Movement> all = new ArrayList<>();
        List<Movement> page = movements.levelByLevel(filter, null, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = movements.levelByLevel(filter, MovementQueries.Place.of(all.getLast()), limit);
        }
        return all;
    }
}
