package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.catalog.VariantId;
import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.locations.LocationId;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.StockChange;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A till that takes no count of so long ago, and has sold since. */
@PlatformTest
class LateCountTest {

    private static final String SKU = "TEA-EARL-100";
    private static final String ITEM = "V-EARL";
    private static final String AT = "2026-11-20T10:00:00Z";

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired PushQueries pushes;
    @Autowired TenantTransactions transactions;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private ComparedTill compared;
    private Connection connection;
    private Instant at = Sent.NOON;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        compared = new ComparedTill(program, shop, till, SKU);
        post(MovementType.ADJUSTMENT, Sent.change(1, london(), earl(), 12));
        till.has(new CatalogueItem(ITEM, "Earl Grey", SKU, null, false));
        till.shows(ITEM, "12", AT);
        connection = compared.connect(Mode.LIVE, Map.of());
        till.refusesNext(ITEM, "bad-time");
    }

    @Test
    void ourNumberIsToldInItsPlaceAndTheTillForgetsNoSale() {
        sellThree();
        till.shows(ITEM, "9", AT);
        count(10);
        compared.reconcile(connection);
        await().untilAsserted(() -> assertThat(told()).containsExactly("10", "7"));
        StockChange ours = till.pushes().getLast().changes().getFirst();
        assertThat(ours.type()).isEqualTo("count");
        assertThat(Instant.parse(ours.occurredAt())).isAfter(Instant.parse(AT));
        till.shows(ITEM, "7", AT);
        await().until(() -> compared.reconcile(connection).equal() == 1);
        assertThat(told()).as("it is told once").hasSize(2);
        assertThat(compared.drift(connection)).isNull();
    }

    @Test
    void aChangeOfOursSinceIsToldAsItselfAndIsPartOfOurNumber() {
        count(10);
        post(MovementType.ADJUSTMENT, Sent.change(1, london(), earl(), -2));
        await().untilAsserted(() -> assertThat(told()).contains("-2"));
        await().untilAsserted(
                        () -> {
                            compared.reconcile(connection);
                            assertThat(told()).containsExactly("10", "-2", "8");
                        });
    }

    @Test
    void whatTheTillDoesNotShowYetIsToldAllTheSame() {
        till.tracksNot(ITEM);
        count(10);
        compared.reconcile(connection);
        await().untilAsserted(() -> assertThat(told()).containsExactly("10", "10"));
        await().until(() -> late().isEmpty());
    }

    @Test
    void aNumberBelowZeroIsNotToldAndIsADifferenceLikeAnyOther() {
        sellThree();
        till.shows(ITEM, "9", AT);
        count(0);
        compared.reconcile(connection);
        await().until(
                        () -> {
                            compared.reconcile(connection);
                            return compared.drift(connection) != null;
                        });
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("-3");
        assertThat(told()).containsExactly("0");
        assertThat(late()).isEmpty();
    }

    @Test
    void aNumberOfOursThatIsRefusedToldSoonIsAPersonsBusinessAndNotToldForEver() {
        sellThree();
        till.shows(ITEM, "9", AT);
        count(10);
        till.refusesNext(ITEM, "bad-time");
        compared.reconcile(connection);
        await().untilAsserted(() -> assertThat(told()).containsExactly("10", "7"));
        await().until(() -> compared.drift(connection) != null);
        compared.reconcile(connection);
        assertThat(late()).isEmpty();
        assertThat(told()).hasSize(2);
    }

    private void sellThree() {
        for (String sale : List.of("S-1", "S-2", "S-3")) {
            till.sells(sale, ITEM);
        }
        // a movement during a look leaves it open
        await().untilAsserted(
                        () -> {
                            compared.reconcile(connection);
                            assertThat(shop.onHand("LONDON", SKU)).isEqualTo("9");
                        });
    }

    /** It is refused when it is told. */
    private void count(long units) {
        post(MovementType.COUNT, Sent.count(1, london(), earl(), units));
        await().until(() -> late().size() == 1);
    }

    private List<Change> late() {
        return shop.call(() -> transactions.read(() -> pushes.late(connection.id(), 10)));
    }

    private List<String> told() {
        return till.pushes().stream()
                .flatMap(push -> push.changes().stream())
                .map(StockChange::quantity)
                .toList();
    }

    private LocationId london() {
        return shop.location("LONDON");
    }

    private VariantId earl() {
        return shop.variant(SKU).id();
    }

    private void post(MovementType type, Line line) {
        at = at.plusSeconds(60);
        var posting = Sent.event(shop.tenant(), type, at, line);
        shop.run(() -> ledger.post(posting));
    }
}
