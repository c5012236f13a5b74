package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.inbox.ForeseenQueries;
import io.onhand.measure.Quantity;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Observation;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadItem;
import io.onhand.stock.Cause;
import io.onhand.stock.MovementType;
import io.onhand.stock.Posting;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.MachineClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.ScriptedTill;
import onhand.testing.Sent;
import onhand.testing.SignInTill;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A till that is only watched is compared as if it were live, and nothing moves. */
@PlatformTest
class ObserveTest {

    private static final String SKU = "TEA-EARL-100";
    private static final String ITEM = "V-EARL";
    private static final String AT = "2026-11-20T10:00:00Z";
    private static final Instant SOLD = Instant.parse(AT);

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private ComparedTill compared;
    private Connection connection;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        compared = new ComparedTill(program, shop, till, SKU);
        count(10, SOLD.minusSeconds(3_600));
        till.has(new CatalogueItem(ITEM, "Earl Grey", SKU, null, false));
        till.has(new CatalogueItem("V-MINT", "Mint", "TEA-MINT-50", null, false));
        till.shows(ITEM, "10", AT);
        connection = compared.connect(Mode.OBSERVE, Map.of("healUpTo", "5"));
    }

    @Test
    void aSaleThatWasToldIsNoDifferenceAlthoughNothingMoves() {
        till.sells("S-1", ITEM);
        till.shows(ITEM, "9", AT);
        ReconciliationReport report = settled();
        assertThat(report.equal()).isEqualTo(1);
        assertThat(report.differences()).isEmpty();
        assertThat(report.pushed()).isZero();
        assertNothingIsDone();
    }

    @Test
    void aChangeThatNothingTellsShowsAsWhatItIs() {
        till.sells("S-1", ITEM);
        till.shows(ITEM, "12", AT);
        ReconciliationReport report = settled();
        assertThat(ComparedTill.kind(report)).isEqualTo("foreign-edit");
        assertThat(report.differences().getFirst().ours()).isEqualTo("9");
        assertThat(report.pushed()).as("it would be mended").isEqualTo(1);
        assertNothingIsDone();
    }

    @Test
    void aTillThatIsToldNothingWouldNotBeMended() {
        assertThat(toBeMended(ScriptedTill.ID)).isEqualTo(1);
        assertThat(toBeMended(SignInTill.ID)).isZero();
    }

    /** How many numbers a till would be told of which one is off by two, if its plugin is this. */
    private long toBeMended(String plugin) {
        var other =
                new Connection(
                        connection.id(),
                        connection.code(),
                        plugin,
                        connection.name(),
                        connection.mode(),
                        connection.match(),
                        connection.namesAreOurs(),
                        connection.settings());
        var off =
                new Compared(
                        shop.location("LONDON"),
                        shop.variant(SKU).id(),
                        Quantity.ofUnits(12),
                        Quantity.ofUnits(10),
                        1,
                        List.of(new Observation(ITEM, "L1", "12", AT)));
        var findings = new Findings(Map.of(DifferenceKind.FOREIGN_EDIT, List.of(off)));
        return shop.call(() -> program.getBean(DriftDesk.class).foresee(other, findings));
    }

    @Test
    void anOrderThatIsToldTwiceWouldHaveBeenPostedOnce() {
        till.sells("S-1", ITEM);
        till.sells("S-1", ITEM);
        till.sells("S-2", ITEM);
        till.shows(ITEM, "8", AT);
        ReconciliationReport report = settled();
        assertThat(report.equal()).isEqualTo(1);
        assertThat(report.foreseen()).hasSize(1);
        assertThat(report.foreseen().getFirst().posted()).isEqualTo(2);
        assertThat(report.foreseen().getFirst().waiting()).isZero();
    }

    @Test
    void ofAnOrderThatWasEditedTheNewestStateCounts() {
        till.tell(told("S-1", 0, "sale", "1", SOLD));
        till.tell(told("S-1", 1, "sale", "3", SOLD));
        till.shows(ITEM, "7", AT);
        assertThat(settled().equal()).isEqualTo(1);
    }

    @Test
    void aCountAtTheTillIsWhatOursWouldBe() {
        till.sells("S-1", ITEM);
        till.tell(told("C-1", 0, "count", "20", SOLD.plusSeconds(3_600)));
        till.shows(ITEM, "20", AT);
        assertThat(settled().equal()).isEqualTo(1);
        assertNothingIsDone();
    }

    @Test
    void ofTwoCountsAtOneTimeTheGreaterDocumentCounts() {
        Instant at = SOLD.plusSeconds(3_600);
        till.tell(told("C-2", 0, "count", "12", at));
        till.tell(told("C-1", 0, "count", "10", at));
        till.shows(ITEM, "12", AT);
        assertThat(settled().equal()).isEqualTo(1);
    }

    @Test
    void whatWasSoldBeforeACountHereIsInTheCount() {
        till.sells("S-1", ITEM);
        count(9, SOLD.plusSeconds(3_600));
        till.shows(ITEM, "9", AT);
        assertThat(settled().equal()).isEqualTo(1);
    }

    @Test
    void anEarlierCountThatArrivesLateHereDoesNotHideTheLaterOne() {
        count(9, SOLD.plusSeconds(3_600));
        count(10, SOLD.minusSeconds(1_800));
        till.sells("S-1", ITEM);
        till.shows(ITEM, "9", AT);
        assertThat(settled().equal()).isEqualTo(1);
    }

    @Test
    void aCountHereThatWasUndoneHoldsNothingBack() {
        undo(count(4, SOLD.plusSeconds(3_600)));
        till.sells("S-1", ITEM);
        till.shows(ITEM, "9", AT);
        assertThat(settled().equal()).isEqualTo(1);
        assertNothingIsDone();
    }

    @Test
    void whatWouldWaitForANameIsLate() {
        till.tell(TillScript.sale("S-1", ITEM, "V-NEW"));
        till.shows(ITEM, "9", AT);
        assertThat(ComparedTill.kind(settled())).isEqualTo("late");
    }

    @Test
    void whereNothingWasEverCountedHereThereIsNothingToCompareWith() {
        till.shows("V-MINT", "40", AT);
        ReconciliationReport report = settled();
        assertThat(ComparedTill.kind(report)).isEqualTo("uncounted");
        assertThat(report.kinds()).containsEntry("uncounted", 1L);
        assertThat(report.equal()).isEqualTo(1);
    }

    @Test
    void documentsAreWalkedStepByStepEachInItsNewestState() {
        till.tell(told("S-2", 0, "sale", "1", SOLD));
        till.tell(told("S-2", 1, "sale", "3", SOLD));
        till.sells("S-1", ITEM);
        till.sells("S-2", ITEM);
        settled();
        var events = program.getBean(ForeseenQueries.class);
        List<String> walked = new ArrayList<>();
        String after = "";
        for (var step = step(events, after); !step.isEmpty(); step = step(events, after)) {
            after = step.getFirst().externalId();
            walked.add(after + " " + step.getFirst().arrived().event().revision());
        }
        assertThat(walked).containsExactly("S-1 0", "S-2 1");
    }

    private List<ForeseenQueries.Newest> step(ForeseenQueries events, String after) {
        return shop.call(() -> events.newest(connection.id(), after, 1));
    }

    @Test
    void whoHasLostTheTurnForeseesNothing() {
        till.sells("S-1", ITEM);
        settled();
        var ours =
                new Compared(
                        shop.location("LONDON"),
                        shop.variant(SKU).id(),
                        Quantity.ofUnits(10),
                        Quantity.ofUnits(10),
                        1,
                        List.of(new Observation(ITEM, "L1", "10", AT)));
        var lost = new Turn(connection.id(), Turn.Kind.PULL, shop.tenant(), 0, 0, -1);
        var hold =
                new Hold(
                        lost,
                        program.getBean(TurnStatements.class),
                        program.getBean(MachineClock.class));
        var foreseeing = program.getBean(Foreseeing.class);
        assertThat(shop.call(() -> foreseeing.of(connection, hold, List.of(ours))))
                .containsExactly(ours);
    }

    /** What was told during the first comparison is late; the second has an answer. */
    private ReconciliationReport settled() {
        compared.reconcile(connection);
        return compared.reconcile(connection);
    }

    private void assertNothingIsDone() {
        assertThat(compared.drift(connection)).isNull();
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("10");
        assertThat(till.pushes()).isEmpty();
    }

    private static ReadItem told(
            String document, long revision, String type, String quantity, Instant at) {
        var line = new PosEvent.PosLine(null, ITEM, quantity);
        return new ReadItem.Told(
                new PosEvent(
                        document,
                        revision,
                        type,
                        "L1",
                        at.toString(),
                        0,
                        null,
                        null,
                        null,
                        List.of(line)),
                null);
    }

    private Posting count(long units, Instant at) {
        var line = Sent.count(1, shop.location("LONDON"), shop.variant(SKU).id(), units);
        var posting = Sent.event(shop.tenant(), MovementType.COUNT, at, line);
        shop.run(() -> ledger.post(posting));
        return posting;
    }

    private void undo(Posting posting) {
        var reversal =
                Posting.reversal(
                        shop.tenant(),
                        posting.identity(),
                        Sent.hash("undo"),
                        new Cause("request", UUID.randomUUID().toString()),
                        posting.actor(),
                        posting.receivedAt().plusSeconds(60),
                        null);
        shop.run(() -> ledger.post(reversal));
    }
}
