package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.Settlement;
import io.onhand.inbox.SettlementResult;
import io.onhand.inbox.Settlements;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.StockChange;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.stock.StockQueries;
import io.onhand.tenancy.MachineClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ReconcileTest {

    private static final String SKU = "TEA-EARL-100";
    private static final String ITEM = "V-EARL";
    private static final String AT = "2026-11-20T10:00:00Z";

    @Autowired BeanFactory program;
    @Autowired Reconciliations reconciliations;
    @Autowired ConnectionStandQueries stands;
    @Autowired StockLedger ledger;
    @Autowired StockQueries stock;
    @Autowired Exceptions exceptions;
    @Autowired Settlements settlements;
    @Autowired TurnStatements turns;
    @Autowired PushQueries pushes;
    @Autowired MachineClock clock;

    private final TillScript till = new TillScript();
    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        move(10);
        till.has(new CatalogueItem(ITEM, "Earl Grey", SKU, null, false));
        till.shows(ITEM, "10", AT);
    }

    @Test
    void whereTheNumbersAgreeThereIsNothingToDo() {
        Connection connection = connect(Mode.LIVE, Map.of());
        ReconciliationReport report = reconcile(connection);
        assertThat(report.failure()).isNull();
        assertThat(report.compared()).isEqualTo(1);
        assertThat(report.equal()).isEqualTo(1);
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void aLostSaleIsAskedForAndPosted() {
        Connection connection = connect(Mode.LIVE, Map.of());
        till.shows(ITEM, "9", AT);
        till.lost(ITEM, TillScript.sale("S-1", ITEM));
        assertThat(kind(reconcile(connection))).isEqualTo("lost");
        assertThat(onHand()).isEqualTo("9");
        assertThat(reconcile(connection).equal()).isEqualTo(1);
    }

    @Test
    void whatNothingExplainsIsAPersonsBusinessAtTheSecondLookAndClosesByItself() {
        Connection connection = connect(Mode.LIVE, Map.of());
        till.shows(ITEM, "12", AT);
        assertThat(kind(reconcile(connection))).isEqualTo("foreign-edit");
        assertThat(drift(connection)).isNull();
        reconcile(connection);
        assertThat(drift(connection)).isNotNull();
        assertThat(onHand()).as("a difference is never posted").isEqualTo("10");
        assertThat(till.pushes()).as("nor pushed unless the connection allows it").isEmpty();
        till.shows(ITEM, "10", AT);
        reconcile(connection);
        assertThat(drift(connection)).isNull();
    }

    @Test
    void aSmallDifferenceThatStaysIsMendedWhereTheConnectionAllowsIt() {
        Connection connection = connect(Mode.LIVE, Map.of("healUpTo", "2"));
        till.shows(ITEM, "12", AT);
        assertThat(reconcile(connection).pushed()).isZero();
        assertThat(reconcile(connection).pushed()).isEqualTo(1);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(till.pushes().getFirst().changes())
                .extracting(StockChange::type, StockChange::quantity)
                .containsExactly(tuple("count", "10"));
        assertThat(drift(connection)).isNull();
        await().until(() -> isAllTold(connection));
        assertThat(reconcile(connection).pushed()).as("it is mended once").isZero();
        assertThat(drift(connection)).isNotNull();
    }

    private boolean isAllTold(Connection connection) {
        Instant never = Instant.parse("2199-01-01T00:00:00Z");
        return shop.call(() -> pushes.underWay(connection.id(), never)).isEmpty();
    }

    @Test
    void whatCouldNotBeAskedForIsNobodysBusinessYet() {
        Connection connection = connect(Mode.LIVE, Map.of());
        till.shows(ITEM, "12", AT);
        till.breaksAtMissing();
        assertThat(kind(reconcile(connection))).isEqualTo("late");
        reconcile(connection);
        assertThat(drift(connection)).isNull();
    }

    @Test
    void whatTheTillDoesNotCountIsNoZero() {
        Connection connection = connect(Mode.LIVE, Map.of());
        till.tracksNot(ITEM);
        ReconciliationReport report = reconcile(connection);
        assertThat(report.kinds()).containsEntry("untracked", 1L);
        reconcile(connection);
        assertThat(drift(connection)).isNull();
        assertThat(onHand()).isEqualTo("10");
    }

    @Test
    void aNameThatMeansNothingHereIsTold() {
        Connection connection = connect(Mode.LIVE, Map.of());
        till.shows("V-NEW", "3", AT);
        ReconciliationReport report = reconcile(connection);
        assertThat(report.kinds()).containsEntry("mapping", 1L);
        assertThat(report.differences()).extracting(Difference::item).containsExactly("V-NEW");
    }

    @Test
    void whatWaitsForAPersonExplainsADifference() {
        Connection connection = connect(Mode.LIVE, Map.of());
        till.tell(TillScript.sale("S-1", ITEM, "V-NEW"));
        till.shows(ITEM, "9", AT);
        assertThat(kind(reconcile(connection))).isEqualTo("late");
        reconcile(connection);
        assertThat(drift(connection)).isNull();
    }

    @Test
    void whatIsUnderWayToTheTillExplainsADifference() {
        Connection connection = connect(Mode.LIVE, Map.of());
        till.answersPush(new Outcome.Retry<>(600));
        move(1);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(kind(reconcile(connection))).isEqualTo("echo");
    }

    @Test
    void anObservedConnectionTellsWhatItWouldHaveDoneAndDoesNothing() {
        Connection connection = connect(Mode.OBSERVE, Map.of("healUpTo", "5"));
        till.sells("S-1", ITEM);
        till.shows(ITEM, "12", AT);
        reconcile(connection);
        reconcile(connection);
        ReconciliationReport report = reconcile(connection);
        assertThat(kind(report)).isEqualTo("foreign-edit");
        assertThat(report.foreseen()).hasSize(1);
        assertThat(report.foreseen().getFirst().posted()).isEqualTo(1);
        assertThat(drift(connection)).isNull();
        assertThat(onHand()).isEqualTo("10");
        assertThat(till.pushes()).isEmpty();
    }

    @Test
    void theTillsNumberIsTakenByAPersonAndNotToldBack() {
        Connection connection = connect(Mode.LIVE, Map.of());
        ExceptionId drift = drifting(connection);
        till.sells("S-1", ITEM);
        turns.callNow(connection.id(), Turn.Kind.PULL, clock.now());
        await().untilAsserted(() -> assertThat(onHand()).isEqualTo("9"));
        assertThat(settle(drift, new Settlement.TakeTheirs()))
                .isInstanceOf(SettlementResult.Done.class);
        assertThat(onHand()).as("the sale happened there, too").isEqualTo("11");
        assertThat(drift(connection)).isNull();
        till.shows(ITEM, "11", AT);
        assertThat(reconcile(connection).equal()).isEqualTo(1);
        assertThat(till.pushes()).isEmpty();
    }

    @Test
    void ourNumberIsPushedByAPerson() {
        Connection connection = connect(Mode.LIVE, Map.of());
        ExceptionId drift = drifting(connection);
        assertThat(settle(drift, new Settlement.PushOurs()))
                .isInstanceOf(SettlementResult.Done.class);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(till.pushes().getFirst().changes())
                .extracting(StockChange::quantity)
                .containsExactly("10");
        assertThat(onHand()).isEqualTo("10");
    }

    private ExceptionId drifting(Connection connection) {
        till.shows(ITEM, "12", AT);
        reconcile(connection);
        reconcile(connection);
        ExceptionId drift = drift(connection);
        assertThat(drift).isNotNull();
        return Objects.requireNonNull(drift);
    }

    private SettlementResult settle(ExceptionId drift, Settlement settlement) {
        return shop.call(() -> settlements.settle(drift, settlement));
    }

    /** Its first look, by itself, is over. */
    private Connection connect(Mode mode, Map<String, String> settings) {
        Connection connection = till.connect(program, shop, mode, settings);
        await().until(
                        () ->
                                shop.call(() -> stands.of(connection.id()))
                                                .orElseThrow()
                                                .reconciledAt()
                                        != null);
        return connection;
    }

    private ReconciliationReport reconcile(Connection connection) {
        return shop.call(() -> reconciliations.run(connection));
    }

    private static String kind(ReconciliationReport report) {
        assertThat(report.differences()).hasSize(1);
        return report.differences().getFirst().kind().word();
    }

    private @Nullable ExceptionId drift(Connection connection) {
        Subject subject = Subject.of(connection.code(), "LONDON", SKU);
        return shop.call(() -> exceptions.open(ExceptionKind.DRIFT, List.of(subject))).get(subject);
    }

    private void move(long units) {
        var posting =
                Sent.event(
                        shop.tenant(),
                        UUID.randomUUID().toString(),
                        0,
                        MovementType.ADJUSTMENT,
                        Sent.NOON,
                        List.of(
                                Sent.change(
                                        1,
                                        shop.location("LONDON"),
                                        shop.variant(SKU).id(),
                                        units)));
        shop.run(() -> ledger.post(posting));
    }

    private String onHand() {
        return shop.call(
                () ->
                        stock.level(shop.location("LONDON"), shop.variant(SKU).id())
                                .map(level -> level.onHand().toString())
                                .orElse("0"));
    }
}
