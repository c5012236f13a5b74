package onhand.plugins.square;

import static onhand.plugins.square.TeaShop.EARL;
import static onhand.plugins.square.TeaShop.LOOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onhand.plugins.square.standin.Fault;
import onhand.plugins.square.standin.Goods;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    @TempDir Path directory;
    private TeaShop shop;
    private @Nullable String cursor;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
        shop.clock.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void allOfItIsListedWithTheNamesOfItems() {
        assertThat(read())
                .hasSize(3)
                .containsEntry(
                        EARL,
                        new CatalogueItem(
                                EARL, "Earl Grey", "TEA-EARL-100", "4006381333931", false))
                .containsEntry(
                        LOOSE, new CatalogueItem(LOOSE, "Loose tea", "TEA-LOOSE", null, false));
    }

    @Test
    void laterOnlyChangesAreTold() {
        read();
        assertThat(read()).isEmpty();
        shop.square.backOffice().goods(List.of(new Goods("TEA-NEW", "New", null, true, 10)));
        assertThat(read()).containsOnlyKeys("VAR-TEA-NEW");
        assertThat(read()).isEmpty();
        shop.clock.pass(Duration.ofMinutes(1));
        shop.square.backOffice().delete(EARL);
        assertThat(read())
                .containsOnlyKeys(EARL)
                .allSatisfy((_, item) -> assertThat(item.deleted()).isTrue());
        assertThat(read()).isEmpty();
    }

    @Test
    void aLongCatalogueIsWalkedAndAnInvalidCursorBeginsAgain() {
        List<Goods> many = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            many.add(new Goods("BAG-" + i, "Bag " + i, null, true, 100));
        }
        shop.square.backOffice().goods(many);
        Page<CatalogueItem> first = TeaShop.ok(shop.connector.catalogue(null, shop.ctx));
        shop.faults().next("GET /v2/catalog/list", new Fault.InvalidCursor(), 1);
        cursor = first.cursor();
        assertThat(read()).hasSize(233).containsKey(EARL);
        shop.square.backOffice().goods(many);
        assertThat(read()).hasSize(230).containsKey("VAR-BAG-7");
    }

    @Test
    void anItemOfTwoVariationsHasBothNamesAndIsDeletedWithThem() {
        String item =
                """
                {"type":"ITEM","id":"I","is_deleted":true,"item_data":{"name":"Tea","variations":[
                 {"type":"ITEM_VARIATION","id":"V-1","item_variation_data":{"name":"Large","sku":""}},
                 {"type":"ITEM_VARIATION","id":"","item_variation_data":{"name":"None"}}]}}
                """;
        assertThat(CatalogueObject.items(Json.object(item).orElseThrow()))
                .containsExactly(new CatalogueItem("V-1", "Tea, Large", null, null, true));
    }

    private Map<String, CatalogueItem> read() {
        Page<CatalogueItem> page =
                TeaShop.walk(cursor, at -> shop.connector.catalogue(at, shop.ctx));
        cursor = page.cursor();
        Map<String, CatalogueItem> last = new LinkedHashMap<>();
        page.items().forEach(item -> last.put(item.item(), item));
        return last;
    }
}
