package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.inbox.Settlement;
import io.onhand.inbox.SettlementResult;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.StockChange;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.MachineClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
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
    @Autowired StockLedger ledger;
    @Autowired TurnStatements turns;
    @Autowired PushQueries pushes;
    @Autowired MachineClock clock;
    @Autowired ExceptionQueries exceptions;
    @Autowired DriftLooks looks;
    @Autowired DriftPostings postings;
    @Autowired ConnectionStandQueries stands;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private ComparedTill compared;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        compared = new ComparedTill(program, shop, till, SKU);
        move(10);
        till.has(new CatalogueItem(ITEM, "Earl Grey", SKU, null, false));
        till.shows(ITEM, "10", AT);
    }

    @Test
    void whereTheNumbersAgreeThereIsNothingToDo() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        ReconciliationReport report = compared.reconcile(connection);
        assertThat(report.failure()).isNull();
        assertThat(report.compared()).isEqualTo(1);
        assertThat(report.equal()).isEqualTo(1);
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void aLostSaleIsAskedForAndPosted() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        till.shows(ITEM, "9", AT);
        till.lost(ITEM, TillScript.sale("S-1", ITEM));
        assertThat(ComparedTill.kind(compared.reconcile(connection))).isEqualTo("lost");
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("9");
        assertThat(compared.reconcile(connection).equal()).isEqualTo(1);
    }

    @Test
    void whatNothingExplainsIsAPersonsBusinessAtTheSecondLookAndClosesByItself() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        till.shows(ITEM, "12", AT);
        assertThat(ComparedTill.kind(compared.reconcile(connection))).isEqualTo("foreign-edit");
        assertThat(compared.drift(connection)).isNull();
        compared.reconcile(connection);
        assertThat(compared.drift(connection)).isNotNull();
        assertThat(shop.onHand("LONDON", SKU)).as("a difference is never posted").isEqualTo("10");
        assertThat(till.pushes()).as("nor pushed unless the connection allows it").isEmpty();
        till.shows(ITEM, "10", AT);
        compared.reconcile(connection);
        assertThat(compared.drift(connection)).isNull();
    }

    @Test
    void whoAsksWhileAComparisonRunsGetsOneThatBeganAfterwards() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        var asked = new CompletableFuture<ReconciliationReport>();
        till.onceObserved(
                () -> {
                    till.shows(ITEM, "12", AT);
                    Instant running = due(connection);
                    asked.completeAsync(() -> compared.reconcile(connection));
                    await().until(() -> due(connection).isAfter(running));
                });
        assertThat(compared.reconcile(connection).equal()).isEqualTo(1);
        assertThat(ComparedTill.kind(asked.join())).isEqualTo("foreign-edit");
    }

    private Instant due(Connection connection) {
        return shop.call(() -> stands.way(connection.id())).orElseThrow().reconcileDue();
    }

    @Test
    void aSmallDifferenceThatStaysIsMendedWhereTheConnectionAllowsIt() {
        Connection connection = compared.connect(Mode.LIVE, Map.of("healUpTo", "2"));
        till.shows(ITEM, "12", AT);
        assertThat(compared.reconcile(connection).pushed()).isZero();
        assertThat(compared.reconcile(connection).pushed()).isEqualTo(1);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(till.pushes().getFirst().changes())
                .extracting(StockChange::type, StockChange::quantity)
                .containsExactly(tuple("count", "10"));
        assertThat(compared.drift(connection)).isNull();
        await().until(() -> isAllTold(connection));
        assertThat(compared.reconcile(connection).pushed()).as("it is mended once").isZero();
        assertThat(compared.drift(connection)).isNotNull();
    }

    private boolean isAllTold(Connection connection) {
        Instant never = Instant.parse("2199-01-01T00:00:00Z");
        return shop.call(() -> pushes.underWay(connection.id(), never)).isEmpty();
    }

    @Test
    void whatCouldNotBeAskedForIsNobodysBusinessYet() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        till.shows(ITEM, "12", AT);
        till.breaksAtMissing();
        assertThat(ComparedTill.kind(compared.reconcile(connection))).isEqualTo("late");
        compared.reconcile(connection);
        assertThat(compared.drift(connection)).isNull();
    }

    @Test
    void whatTheTillDoesNotCountIsNoZero() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        till.tracksNot(ITEM);
        ReconciliationReport report = compared.reconcile(connection);
        assertThat(report.kinds()).containsEntry("untracked", 1L);
        compared.reconcile(connection);
        assertThat(compared.drift(connection)).isNull();
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("10");
    }

    @Test
    void aNameThatMeansNothingHereIsTold() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        till.shows("V-NEW", "3", AT);
        ReconciliationReport report = compared.reconcile(connection);
        assertThat(report.kinds()).containsEntry("mapping", 1L);
        assertThat(report.differences()).extracting(Difference::item).containsExactly("V-NEW");
    }

    @Test
    void whatWaitsForAPersonExplainsADifference() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        till.tell(TillScript.sale("S-1", ITEM, "V-NEW"));
        till.shows(ITEM, "9", AT);
        assertThat(ComparedTill.kind(compared.reconcile(connection))).isEqualTo("late");
        compared.reconcile(connection);
        assertThat(compared.drift(connection)).isNull();
    }

    @Test
    void whatIsUnderWayToTheTillExplainsADifference() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        till.answersPush(new Outcome.Retry<>(600));
        move(1);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(ComparedTill.kind(compared.reconcile(connection))).isEqualTo("echo");
    }

    @Test
    void aDifferenceAboveTheLimitIsNotMendedButAPersonsBusiness() {
        Connection connection = compared.connect(Mode.LIVE, Map.of("healUpTo", "2"));
        till.shows(ITEM, "13", AT);
        compared.reconcile(connection);
        assertThat(compared.reconcile(connection).pushed()).isZero();
        assertThat(compared.drift(connection)).isNotNull();
        assertThat(till.pushes()).isEmpty();
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("10");
    }

    @Test
    void theTillsNumberIsTakenByAPersonAndNotToldBack() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        ExceptionId drift = drifting(connection);
        till.sells("S-1", ITEM);
        turns.callNow(connection.id(), Turn.Kind.PULL, clock.now());
        await().untilAsserted(() -> assertThat(shop.onHand("LONDON", SKU)).isEqualTo("9"));
        assertThat(compared.settle(drift, new Settlement.TakeTheirs()))
                .isInstanceOf(SettlementResult.Done.class);
        assertThat(shop.onHand("LONDON", SKU)).as("the sale happened there, too").isEqualTo("11");
        assertThat(compared.drift(connection)).isNull();
        till.shows(ITEM, "11", AT);
        assertThat(compared.reconcile(connection).equal()).isEqualTo(1);
        assertThat(till.pushes()).isEmpty();
    }

    @Test
    void theTillsNumberIsTakenOnceHoweverManyTakeItAtTheSameMoment() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        ExceptionId drift = drifting(connection);
        List<CompletableFuture<SettlementResult>> all =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> take(drift)))
                        .limit(8)
                        .toList();
        assertThat(all.stream().map(CompletableFuture::join).toList())
                .hasAtLeastOneElementOfType(SettlementResult.Done.class)
                .hasOnlyElementsOfTypes(
                        SettlementResult.Done.class, SettlementResult.SettledBefore.class);
        assertIsTaken(connection);
    }

    @Test
    void theTillsNumberThatAProgramTookBeforeItDiedIsNotTakenAgain() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        ExceptionId drift = drifting(connection);
        shop.run(
                () -> {
                    var look = looks.of(exceptions.find(drift).orElseThrow()).orElseThrow();
                    assertThat(postings.take(drift, connection.id(), look.level())).isTrue();
                });
        assertThat(take(drift)).isInstanceOf(SettlementResult.Done.class);
        assertIsTaken(connection);
    }

    private SettlementResult take(ExceptionId drift) {
        return compared.settle(drift, new Settlement.TakeTheirs());
    }

    private void assertIsTaken(Connection connection) {
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("12");
        assertThat(compared.drift(connection)).isNull();
        var open = ExceptionQueries.Place.START;
        assertThat(shop.call(() -> exceptions.page(true, null, open, 10))).isEmpty();
    }

    @Test
    void ourNumberIsPushedByAPerson() {
        Connection connection = compared.connect(Mode.LIVE, Map.of());
        ExceptionId drift = drifting(connection);
        assertThat(compared.settle(drift, new Settlement.PushOurs()))
                .isInstanceOf(SettlementResult.Done.class);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(till.pushes().getFirst().changes())
                .extracting(StockChange::quantity)
                .containsExactly("10");
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("10");
    }

    private ExceptionId drifting(Connection connection) {
        till.shows(ITEM, "12", AT);
        compared.reconcile(connection);
        compared.reconcile(connection);
        ExceptionId drift = compared.drift(connection);
        assertThat(drift).isNotNull();
        return Objects.requireNonNull(drift);
    }

    private void move(long units) {
        var posting =
                Sent.event(
                        shop.tenant(),
                        MovementType.ADJUSTMENT,
                        Sent.NOON,
                        Sent.change(1, shop.location("LONDON"), shop.variant(SKU).id(), units));
        shop.run(() -> ledger.post(posting));
    }
}
