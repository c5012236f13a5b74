package onhand.plugins.square;

import static onhand.plugins.square.TeaShop.EARL;
import static onhand.plugins.square.TeaShop.GREEN;
import static onhand.plugins.square.TeaShop.LONDON;
import static onhand.plugins.square.TeaShop.PARIS;
import static onhand.plugins.square.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Observation;
import io.onhand.plugin.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onhand.plugins.square.standin.Fault;
import onhand.plugins.square.standin.Goods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockCountsTest {

    @TempDir Path directory;
    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theStaleZeroOfAnUntrackedArticleIsNoObservation() {
        assertThat(shop.counts())
                .isEqualTo(Map.of(EARL + "@" + LONDON, "100", GREEN + "@" + LONDON, "50"));
    }

    @Test
    void aZeroOfWhatMayBeUntrackedSaysNothing() {
        var tracking = new Tracking();
        tracking.add(
                Json.object("{\"id\":\"V\",\"item_variation_data\":{\"sku\":\"TEA\"}}")
                        .orElseThrow());
        String count =
                "{\"state\":\"IN_STOCK\",\"catalog_object_id\":\"V\",\"location_id\":\"L\","
                        + "\"calculated_at\":\"2026-11-25T10:00:00Z\",\"quantity\":\"%s\"}";
        assertThat(List.of("0", "3", "-1"))
                .extracting(
                        quantity ->
                                tracking.counts(
                                        StockCount.read(
                                                        Json.object(count.formatted(quantity))
                                                                .orElseThrow())
                                                .orElseThrow()))
                .containsExactly(false, true, true);
    }

    @Test
    void aCountMayBeBelowZero() {
        shop.till().sell(PARIS, one(EARL, "3"));
        assertThat(shop.counts()).containsEntry(EARL + "@" + PARIS, "-3");
    }

    @Test
    void whatWasDeletedIsNotObserved() {
        shop.square.backOffice().delete(EARL);
        assertThat(shop.counts()).isEqualTo(Map.of(GREEN + "@" + LONDON, "50"));
    }

    @Test
    void manyCountsAreWalkedAndAnInvalidCursorBeginsAgain() {
        Map<String, String> many = new HashMap<>();
        List<Goods> goods = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            goods.add(new Goods("BAG-" + i, "Bag " + i, null, i % 2 == 0, 100));
            many.put("VAR-BAG-" + i, String.valueOf(i));
        }
        shop.square.backOffice().goods(goods);
        shop.square.backOffice().shelves(LONDON, many);
        Page<Observation> catalogue = TeaShop.ok(shop.connector.observe(null, shop.ctx));
        shop.faults().next("POST /v2/catalog/search", new Fault.InvalidCursor(), 1);
        Page<Observation> rest =
                TeaShop.walk(catalogue.cursor(), at -> shop.connector.observe(at, shop.ctx));
        assertThat(places(rest)).hasSize(552);
        assertThat(shop.counts()).hasSize(552).containsEntry("VAR-BAG-1098@" + LONDON, "1098");
    }

    @Test
    void whatIsSoldBetweenTwoPagesIsObservedAsItIsAfterwards() {
        Map<String, String> many = new HashMap<>();
        List<Goods> goods = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            goods.add(new Goods("BAG-" + i, "Bag " + i, null, true, 100));
            many.put("VAR-BAG-" + i, "7");
        }
        shop.square.backOffice().goods(goods);
        shop.square.backOffice().shelves(LONDON, many);
        shop.clock.pass(Duration.ofHours(1));
        Page<Observation> page = TeaShop.ok(shop.connector.observe(null, shop.ctx));
        while (page.items().isEmpty()) {
            page = TeaShop.ok(shop.connector.observe(page.cursor(), shop.ctx));
        }
        List<Observation> first = page.items();
        String missed =
                many.keySet().stream()
                        .filter(id -> first.stream().noneMatch(one -> one.item().equals(id)))
                        .findFirst()
                        .orElseThrow();
        shop.till().sell(LONDON, one(missed, "2"));
        Page<Observation> rest =
                TeaShop.walk(page.cursor(), at -> shop.connector.observe(at, shop.ctx));
        assertThat(rest.items())
                .filteredOn(one -> one.item().equals(missed))
                .extracting(Observation::quantity)
                .containsExactly("5");
    }

    private static Set<String> places(Page<Observation> page) {
        return page.items().stream()
                .map(one -> one.item() + "@" + one.location())
                .collect(Collectors.toSet());
    }

    @Test
    void anArticleMayBeCountedAtSomePlacesOnly() {
        var tracking = new Tracking();
        tracking.add(
                variation(
                        "V-1",
                        "true",
                        "{\"location_id\":\"L-1\",\"track_inventory\":false},"
                                + "{\"location_id\":\"L-2\"}"));
        tracking.add(
                variation("V-2", "false", "{\"location_id\":\"L-1\",\"track_inventory\":true}"));
        Tracking kept = again(tracking);
        assertThat(kept.counts(count("V-1", "L-1", "0"))).isFalse();
        assertThat(kept.counts(count("V-1", "L-2", "0"))).isTrue();
        assertThat(kept.counts(count("V-2", "L-1", "0"))).isTrue();
        assertThat(kept.counts(count("V-2", "L-2", "3"))).isFalse();
        assertThat(kept.counts(count("V-3", "L-2", "0"))).isTrue();
    }

    @Test
    void ifTooManyAreUntrackedNoZeroSaysAnything() {
        var tracking = new Tracking();
        for (int i = 0; i < 5_000; i++) {
            tracking.add(variation("V-" + i, "false", ""));
        }
        Tracking kept = again(tracking);
        assertThat(kept.counts(count("V-4999", "L-1", "0"))).isFalse();
        assertThat(kept.counts(count("W-1", "L-1", "3"))).isTrue();
    }

    private static Tracking again(Tracking tracking) {
        var cursor = Json.object();
        tracking.write(cursor);
        assertThat(cursor.toString().length()).isLessThan(3_000);
        return Tracking.read(cursor);
    }

    private static tools.jackson.databind.JsonNode variation(
            String id, String tracked, String overrides) {
        return Json.object(
                        "{\"id\":\""
                                + id
                                + "\",\"item_variation_data\":{\"track_inventory\":"
                                + tracked
                                + ",\"location_overrides\":["
                                + overrides
                                + "]}}")
                .orElseThrow();
    }

    private static StockCount count(String item, String location, String quantity) {
        return new StockCount(new Shelf(item, location), quantity, Instant.EPOCH);
    }
}
