package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.ConnectionChange;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.Connections;
import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.inbox.EventDoor;
import io.onhand.measure.Quantity;
import io.onhand.plugin.CatalogueItem;
import io.onhand.tenancy.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a till told while it was live is in our numbers, also when it is only watched again. */
@PlatformTest
class ObserveAfterLiveTest {

    private static final String SKU = "TEA-EARL-100";
    private static final String ITEM = "V-EARL";
    private static final String AT = "2026-11-20T10:00:00Z";
    private static final Instant SOLD = Instant.parse(AT);

    @Autowired BeanFactory program;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private ComparedTill compared;
    private Connection connection;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        compared = new ComparedTill(program, shop, till, SKU);
        till.has(new CatalogueItem(ITEM, "Earl Grey", SKU, null, false));
        connection = compared.connect(Mode.LIVE, Map.of());
        sends("C-1", 0, EventType.COUNT, 10, SOLD.minusSeconds(3_600));
    }

    @Test
    void anOrderThatWasPostedAndIsToldAgainIsInOurNumber() {
        sells("S-1", 0, 1);
        sells("S-2", 4, 1);
        observe();
        sells("S-1", 0, 1);
        sells("S-2", 3, 5);
        sells("S-3", 0, 1);
        till.shows(ITEM, "7", AT);
        assertThat(compared().equal()).isEqualTo(1);
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("8");
    }

    @Test
    void anotherContentOfWhatWasPostedWouldWait() {
        sells("S-1", 0, 1);
        observe();
        sells("S-1", 0, 2);
        till.shows(ITEM, "8", AT);
        assertThat(ComparedTill.kind(compared())).isEqualTo("late");
    }

    @Test
    void ofAnOrderThatWasPostedAndIsEditedNowTheDifferenceCounts() {
        sells("S-1", 0, 1);
        sells("S-2", 1, 2);
        sells("S-3", 0, 2);
        observe();
        sells("S-1", 1, 3);
        sells("S-2", 2, 1);
        sends("S-3", 1, EventType.VOID, 0, SOLD);
        till.shows(ITEM, "6", AT);
        assertThat(compared().equal()).isEqualTo(1);
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("5");
    }

    @Test
    void whereACountThatWasPostedIsEditedNowThereIsNoAnswerYet() {
        observe();
        sends("C-1", 1, EventType.COUNT, 11, SOLD.minusSeconds(7_200));
        till.shows(ITEM, "11", AT);
        assertThat(ComparedTill.kind(compared())).isEqualTo("late");
    }

    private void observe() {
        var change = new ConnectionChange(null, Mode.OBSERVE, null, null, null, null);
        shop.run(() -> program.getBean(Connections.class).change(connection.code(), change));
        var connections = program.getBean(ConnectionQueries.class);
        connection = shop.call(() -> connections.find(connection.id())).orElseThrow();
    }

    /** Nothing is told while it is compared. */
    private ReconciliationReport compared() {
        return compared.reconcile(connection);
    }

    private void sells(String document, long revision, long units) {
        sends(document, revision, EventType.SALE, units, SOLD);
    }

    private void sends(String document, long revision, EventType type, long units, Instant at) {
        var line = new SourceEvent.Line("1", ITEM, Quantity.ofUnits(units));
        var event =
                new SourceEvent(
                        document,
                        revision,
                        type,
                        "L1",
                        at,
                        0,
                        null,
                        null,
                        null,
                        type == EventType.VOID ? List.of() : List.of(line));
        var actor = new Actor(Actor.Type.CONNECTION, connection.code());
        var door = program.getBean(EventDoor.class);
        shop.run(() -> door.take(connection, actor, List.of(event)));
    }
}
