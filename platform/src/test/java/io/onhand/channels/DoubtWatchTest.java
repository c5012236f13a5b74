package io.onhand.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.OpenWork;
import io.onhand.exceptions.SettlingAction;
import io.onhand.locations.LocationId;
import io.onhand.relay.OutboxEvent;
import io.onhand.stock.LevelsChanged;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.MachineClock;
import java.util.List;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Counts are at noon; changes some seconds from it. */
@PlatformTest
class DoubtWatchTest {

    @Autowired BeanFactory program;
    @Autowired DoubtWatch watch;
    @Autowired StockLedger ledger;
    @Autowired Exceptions exceptions;
    @Autowired ExceptionQueries queries;
    @Autowired MachineClock clock;

    private TeaShop shop;
    private LocationId london;
    private VariantId earl;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        london = shop.location("LONDON");
        earl = shop.variant("TEA-EARL-100").id();
    }

    @Test
    void theLedgerTellsOfADoubtByItselfAndTheExceptionNamesBoth() {
        count(2_000);
        sale(3, 2_000);
        await().until(() -> !doubts().isEmpty());
        OpenWork doubt = doubts().getFirst();
        assertThat(doubt.subject()).hasToString("LONDON/TEA-EARL-100/1/2");
        assertThat(doubt.links()).containsKeys("count", "movement", "sku", "location");
        assertThat(doubt.detail())
                .contains("counted as 10 at 2026-03-02T12:00:00Z (movement 1)")
                .contains("-1 (sale) lies at 2026-03-02T12:00:03Z (movement 2)")
                .contains("was on the shelf when it was counted")
                .contains("with a time before the count");
        assertThat(doubt.actions()).containsExactly(SettlingAction.IGNORE);
    }

    @Test
    void aSaleByARightClockIsInDoubtWhenTheCountsWasOff() {
        count(5_000);
        sale(3, 0);
        await().until(() -> !doubts().isEmpty());
    }

    @Test
    void aCountByARightClockIsInDoubtBecauseOfASaleThatWasThereBefore() {
        sale(-3, 5_000);
        count(0);
        await().until(() -> !doubts().isEmpty());
        assertThat(doubts().getFirst().detail())
                .contains("was not on the shelf when it was counted")
                .contains("with a time after the count");
    }

    @Test
    void whatLiesFurtherApartThanBothErrorsIsInNoDoubt() {
        count(2_000);
        sale(4, 2_000);
        sale(-4, 2_000);
        hand(1, "now", 2_000L);
        assertThat(doubts()).isEmpty();
    }

    @Test
    void rightClocksLeaveNoDoubtHoweverNear() {
        count(0);
        sale(0, 0);
        hand(1, "now", null);
        hand(2, "before", null);
        assertThat(doubts()).isEmpty();
    }

    @Test
    void aCountThatWasTakenBackDoubtsNothing() {
        Posting count = count(5_000);
        sale(9, 0);
        takeBack(count);
        sale(3, 0);
        hand(1, "now", 5_000L);
        assertThat(doubts()).isEmpty();
    }

    @Test
    void aSaleThatWasTakenBackBeforeTheCountIsInNoDoubt() {
        takeBack(sale(-3, 5_000));
        count(0);
        hand(3, "now", null);
        assertThat(doubts()).isEmpty();
    }

    @Test
    void aSaleThatItsSenderVoidedOrChangedToNothingIsInNoDoubt() {
        post(Sent.voided(sale(-3, 5_000)));
        revise(sale(-2, 5_000), 1, 0);
        count(0);
        hand(1, "now", 5_000L);
        assertThat(doubts()).isEmpty();
    }

    @Test
    void ofASaleThatStandsAgainOnlyWhatStandsIsInDoubt() {
        Posting sale = sale(-3, 5_000);
        takeBack(sale);
        revise(sale, 1, -4);
        count(0);
        hand(1, "now", 5_000L);
        assertThat(doubts())
                .singleElement()
                .extracting(OpenWork::subject)
                .hasToString("LONDON/TEA-EARL-100/4/3");
    }

    @Test
    void aSaleAtTheVeryTimeOfACountIsInDoubtThoughItChangesNoStock() {
        count(5_000);
        sale(0, 0);
        hand(2, "before", null);
        assertThat(doubts()).hasSize(1);
    }

    @Test
    void aRepeatedEventRaisesNothingNewWhetherItIsOpenOrSettled() {
        count(5_000);
        sale(3, 0);
        hand(1, "now", 5_000L);
        hand(2, "before", null);
        await().until(() -> !doubts().isEmpty());
        assertThat(doubts()).singleElement().extracting(OpenWork::count).isEqualTo(1L);
        shop.call(() -> exceptions.close(doubts().getFirst().id()));
        hand(2, "before", null);
        assertThat(doubts()).singleElement().extracting(OpenWork::open).isEqualTo(false);
    }

    private List<OpenWork> doubts() {
        return shop.call(
                () ->
                        queries.page(
                                null, ExceptionKind.CLOCK_DOUBT, ExceptionQueries.Place.START, 9));
    }

    private Posting count(long clockErrorMs) {
        return post(MovementType.COUNT, 0, Sent.count(1, london, earl, 10), clockErrorMs);
    }

    private Posting sale(long seconds, long clockErrorMs) {
        return post(MovementType.SALE, seconds, Sent.change(1, london, earl, -1), clockErrorMs);
    }

    private Posting post(MovementType type, long seconds, Line line, long clockErrorMs) {
        var event = Sent.event(shop.tenant(), type, Sent.NOON.plusSeconds(seconds), line);
        return post(Sent.unsure(event, clockErrorMs));
    }

    private void takeBack(Posting posting) {
        post(
                Posting.reversal(
                        shop.tenant(),
                        posting.identity(),
                        Sent.hash("undo"),
                        posting.cause(),
                        posting.actor(),
                        Sent.NOON.plusSeconds(60),
                        null));
    }

    private void revise(Posting sale, long revision, long units) {
        var event =
                Sent.event(
                        shop.tenant(),
                        sale.identity().externalId(),
                        revision,
                        MovementType.SALE,
                        sale.occurredAt(),
                        List.of(Sent.change(1, london, earl, units)));
        post(Sent.unsure(event, sale.clockErrorMs()));
    }

    private Posting post(Posting posting) {
        assertThat(shop.call(() -> ledger.post(posting))).isInstanceOf(Outcome.Applied.class);
        return posting;
    }

    private void hand(long fromVersion, String counts, @Nullable Long clockErrorMs) {
        var level =
                new LevelsChanged.Level(
                        earl.toString(),
                        "0",
                        "0",
                        "0",
                        "0",
                        "0",
                        "0",
                        fromVersion,
                        fromVersion,
                        null,
                        null,
                        counts,
                        clockErrorMs);
        OutboxEvent event = ChangedLevel.row(shop, level, Sent.NOON, clock.now());
        shop.run(() -> watch.work(List.of(event)));
    }
}
