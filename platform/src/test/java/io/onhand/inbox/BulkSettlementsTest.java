package io.onhand.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.Connections;
import io.onhand.channels.EventResult;
import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.channels.SourceEvents;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.inbox.SettlementPreview.Level;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.StockQueries;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.Region;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class BulkSettlementsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor TILL = new Actor(Actor.Type.CONNECTION, "till");

    @Autowired SourceEvents events;
    @Autowired BulkSettlements bulk;
    @Autowired ExceptionQueries exceptions;
    @Autowired StockQueries stock;

    private final TeaShop shop;
    private final Connection till;

    BulkSettlementsTest(@Autowired BeanFactory program, @Autowired Connections connections) {
        shop = TeaShop.open(program);
        till = shop.call(() -> connections.createGeneric("till", "The till"));
    }

    @Test
    void aPreviewTellsWhatMappingSeveralNamesWouldPostAndChangesNothing() {
        List<ExceptionId> all = soldUnderTwoNames();
        var mapping = new Settlement.MapVariant(shop.variant("TEA-MINT-50").id());

        SettlementPreview preview = shop.call(() -> bulk.preview(all, mapping));

        assertThat(preview.settled()).isEqualTo(2);
        assertThat(preview.left()).isZero();
        assertThat(preview.posted()).isEqualTo(3);
        assertThat(preview.waiting()).isZero();
        assertThat(preview.whole()).isTrue();
        assertThat(preview.levels())
                .containsExactly(
                        new Level("LONDON", "TEA-MINT-50", Quantity.ZERO, Quantity.ofUnits(-6)));
        assertThat(onHand("TEA-MINT-50")).isEqualTo(Quantity.ZERO);
        assertThat(open(all)).isEqualTo(2);
        assertThat(shop.call(() -> bulk.preview(all, mapping))).isEqualTo(preview);
    }

    @Test
    void settlingThemDoesWhatThePreviewTold() {
        List<ExceptionId> all = soldUnderTwoNames();
        var mapping = new Settlement.MapVariant(shop.variant("TEA-MINT-50").id());
        SettlementPreview preview = shop.call(() -> bulk.preview(all, mapping));

        var results = shop.call(() -> bulk.settle(all, mapping));

        assertThat(results).containsOnlyKeys(all);
        assertThat(results.values()).allMatch(SettlementResult.Done.class::isInstance);
        assertThat(onHand("TEA-MINT-50")).isEqualTo(preview.levels().getFirst().after());
        assertThat(open(all)).isZero();
        assertThat(shop.call(() -> bulk.preview(all, mapping)).left()).isEqualTo(2);
        assertThat(shop.call(() -> bulk.settle(all, mapping)).values())
                .allMatch(SettlementResult.SettledBefore.class::isInstance);
    }

    @Test
    void ofADocumentTheNewestEventIsWhatStandsAndOneThatIsOvertakenMovesNothing() {
        ExceptionId exception = sold("S-1", 0, "4711", 5);
        sold("S-1", 1, "4711", 2);
        sold("S-2", 0, "4711", 7);
        take(sale("S-2", 1, "TEA-MINT-50", 1));
        var mapping = new Settlement.MapVariant(shop.variant("TEA-MINT-50").id());

        SettlementPreview preview = shop.call(() -> bulk.preview(List.of(exception), mapping));
        shop.run(() -> bulk.settle(List.of(exception), mapping));

        assertThat(preview.posted()).isEqualTo(2);
        assertThat(preview.unmoved()).isEqualTo(1);
        assertThat(preview.levels())
                .containsExactly(
                        new Level(
                                "LONDON",
                                "TEA-MINT-50",
                                Quantity.ofUnits(-1),
                                Quantity.ofUnits(-3)));
        assertThat(onHand("TEA-MINT-50")).isEqualTo(Quantity.ofUnits(-3));
    }

    @Test
    void aRetryBeforeTheCauseIsGoneWouldPostNothing() {
        List<ExceptionId> all = soldUnderTwoNames();
        SettlementPreview preview = shop.call(() -> bulk.preview(all, new Settlement.Retry()));
        assertThat(preview.posted()).isZero();
        assertThat(preview.waiting()).isEqualTo(3);
        assertThat(preview.levels()).isEmpty();
    }

    @Test
    void ignoringTellsHowMuchWouldBeGivenUp() {
        List<ExceptionId> all = soldUnderTwoNames();
        var ignore = new Settlement.Ignore("test sales");
        assertThat(shop.call(() -> bulk.preview(all, ignore)).givenUp()).isEqualTo(3);
        shop.run(() -> bulk.settle(all, ignore));
        assertThat(open(all)).isZero();
        assertThat(onHand("TEA-MINT-50")).isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatIsNotSettledInThisWayIsLeft() {
        List<ExceptionId> all = soldUnderTwoNames();
        var unknown = new ExceptionId(Region.HOME.newId());
        List<ExceptionId> some = Stream.concat(all.stream(), Stream.of(unknown)).toList();
        var mapping = new Settlement.MapLocation(shop.location("PARIS"));
        SettlementPreview preview = shop.call(() -> bulk.preview(some, mapping));
        assertThat(preview.settled()).isZero();
        assertThat(preview.left()).isEqualTo(3);
        assertThat(shop.call(() -> bulk.settle(some, mapping)).values())
                .allMatch(
                        result ->
                                result instanceof SettlementResult.NotOffered
                                        || result instanceof SettlementResult.NotFound);
    }

    /** Three sales under two names, six units in all. */
    private List<ExceptionId> soldUnderTwoNames() {
        ExceptionId one = sold("T-1", 0, "4711", 1);
        ExceptionId other = sold("T-2", 0, "4712", 2);
        sold("T-3", 0, "4712", 3);
        return List.of(one, other);
    }

    private ExceptionId sold(String id, long revision, String sku, long units) {
        return Objects.requireNonNull(take(sale(id, revision, sku, units)).exception());
    }

    private static SourceEvent sale(String id, long revision, String sku, long units) {
        return new SourceEvent(
                id,
                revision,
                EventType.SALE,
                "LONDON",
                NOON,
                0,
                null,
                null,
                null,
                List.of(new SourceEvent.Line("1", sku, Quantity.ofUnits(units))));
    }

    private EventResult take(SourceEvent event) {
        return shop.call(() -> events.take(till, TILL, List.of(event))).getFirst();
    }

    private long open(List<ExceptionId> all) {
        return all.stream()
                .filter(id -> shop.call(() -> exceptions.find(id)).orElseThrow().open())
                .count();
    }

    private Quantity onHand(String sku) {
        return shop.call(
                () ->
                        stock.level(shop.location("LONDON"), shop.variant(sku).id())
                                .map(level -> level.of(Account.ON_HAND))
                                .orElse(Quantity.ZERO));
    }
}
