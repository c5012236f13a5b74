package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.ConnectionChange;
import io.onhand.channels.Connections;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.TillHeard;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Push;
import io.onhand.plugin.StockChange;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Posted;
import io.onhand.stock.PostingId;
import io.onhand.stock.PostingQueries;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@PlatformTest
class PushTest {

    private static final String SKU = "TEA-EARL-100";

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired PostingQueries postings;
    @Autowired Exceptions exceptions;
    @Autowired CatalogueQueries items;
    @Autowired TenantTransactions transactions;
    @Autowired ApplicationEventPublisher events;
    @Autowired TurnStatements turns;
    @Autowired MachineClock clock;
    @Autowired PushQueries queries;
    @Autowired PushDesk desk;
    @Autowired Connections connections;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private Connection connection;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        move("before", 5);
        till.has(new CatalogueItem("V-EARL", "Earl Grey", SKU, null, false));
        till.has(new CatalogueItem("V-MINT", "Mint", "TEA-MINT-50", null, false));
        connection = till.connect(program, shop, Mode.LIVE);
        await().until(
                        () ->
                                shop
                                                .call(
                                                        () ->
                                                                items.items(
                                                                        connection.id(),
                                                                        false,
                                                                        "",
                                                                        10))
                                                .stream()
                                                .filter(item -> item.variant() != null)
                                                .count()
                                        == 2);
    }

    @Test
    void aChangeOfOursIsToldOnceAndWhatWasBeforeIsNot() {
        move("one", 3);
        await().until(() -> !till.pushes().isEmpty());
        count("two", 7);
        await().until(() -> till.pushes().size() == 2);
        assertThat(till.pushes().getFirst().changes())
                .extracting(StockChange::item, StockChange::type, StockChange::quantity)
                .containsExactly(tuple("V-EARL", "adjustment", "3"));
        assertThat(till.pushes().getLast().changes())
                .extracting(StockChange::type, StockChange::quantity)
                .containsExactly(tuple("count", "7"));
    }

    @Test
    void whatTheTillToldItselfIsNotToldBack() {
        till.sells("S-1", "V-EARL");
        turns.callNow(connection.id(), Turn.Kind.PULL, clock.now());
        await().untilAsserted(() -> assertThat(shop.onHand("LONDON", SKU)).isEqualTo("4"));
        move("one", 3);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(told()).hasSize(1);
    }

    @Test
    void aFactThatACountMakesGoodIsNotTold() {
        count("count", 7);
        await().until(() -> till.pushes().size() == 1);
        post("late", MovementType.ADJUSTMENT, Sent.NOON.minusSeconds(60), change(-2));
        post("after", MovementType.ADJUSTMENT, Sent.NOON.plusSeconds(60), change(1));
        await().until(() -> till.pushes().size() == 2);
        assertThat(told()).extracting(StockChange::quantity).containsExactly("7", "1");
    }

    @Test
    void whatWasTriedIsTriedAgainExactlyAsItWas() {
        till.answersPush(new Outcome.Retry<>(0));
        move("one", 3);
        await().until(() -> till.pushes().size() == 2);
        move("two", 4);
        await().until(() -> till.pushes().size() == 3);
        List<Push> pushes = till.pushes();
        assertThat(pushes.get(1)).isEqualTo(pushes.get(0));
        assertThat(pushes.get(2).key()).isNotEqualTo(pushes.get(0).key());
    }

    @Test
    void whatIsRefusedIsAPersonsBusinessAndTheOthersAreToldWithoutIt() {
        till.refusesNext("V-MINT");
        transferBoth();
        await().until(() -> till.pushes().size() == 2);
        assertThat(till.pushes().getFirst().changes()).hasSize(2);
        assertThat(till.pushes().getLast().changes())
                .extracting(StockChange::item)
                .containsExactly("V-EARL");
        Subject subject = Subject.of(connection.code(), "LONDON", "TEA-MINT-50");
        assertThat(shop.call(() -> exceptions.open(ExceptionKind.DRIFT, List.of(subject))))
                .containsKey(subject);
    }

    @Test
    void aChangeThatGrewTooOldIsToldByAnotherPushOfALaterTime() {
        till.answersPush(new Outcome.Retry<>(0));
        till.refusesNext("V-EARL", "bad-time");
        move("one", 3);
        await().until(() -> till.pushes().size() == 3);
        Push old = till.pushes().get(1);
        Push fresh = till.pushes().get(2);
        assertThat(fresh.changes()).isEqualTo(old.changes());
        assertThat(fresh.key()).isNotEqualTo(old.key());
        assertThat(Instant.parse(fresh.firstTriedAt())).isAfter(Instant.parse(old.firstTriedAt()));
        await().until(this::isAllTold);
        assertThat(isDrift(SKU)).isFalse();
    }

    private boolean isAllTold() {
        Instant never = Instant.parse("2199-01-01T00:00:00Z");
        return shop.call(() -> queries.underWay(connection.id(), never)).isEmpty();
    }

    @Test
    void whatIsRefusedForItsTimeOnceMoreIsAPersonsBusiness() {
        till.refusesNext("V-EARL", "bad-time");
        till.refusesNext("V-EARL", "bad-time");
        move("one", 3);
        await().until(() -> isDrift(SKU));
        assertThat(till.pushes()).hasSize(2);
    }

    @Test
    void aPushThatFailsAsAWholeIsToldBitByBit() {
        till.answersPush(new Outcome.Fail<>("other", "Something is wrong with it."));
        transferBoth();
        await().until(() -> till.pushes().size() == 3);
        assertThat(till.pushes().get(1).changes()).hasSize(1);
        assertThat(till.pushes().get(2).changes()).hasSize(1);
    }

    @Test
    void whatMayHaveBeenDoneIsTriedAgainAsItWas() {
        till.answersPush(new Outcome.Fail<>("plugin-failed", "The plugin failed."));
        transferBoth();
        await().until(() -> till.pushes().size() == 2);
        assertThat(till.pushes().get(1)).isEqualTo(till.pushes().get(0));
    }

    @Test
    void whatWasTakenUnderItsKeyBeforeIsAPersonsBusinessAndNotToldUnderAnother() {
        till.answersPush(new Outcome.Fail<>("idempotency-key-reused", "This key was used."));
        transferBoth();
        await().until(() -> isDrift("TEA-MINT-50") && isDrift(SKU));
        move("next", 1);
        await().until(() -> till.pushes().size() == 2);
        assertThat(till.pushes().getLast().changes())
                .extracting(StockChange::quantity)
                .containsExactly("1");
    }

    @Test
    void whatWasToBeToldIsNotToldOnceTheConnectionWasNotLive() {
        till.answersPush(new Outcome.Retry<>(600));
        move("one", 3);
        await().until(() -> !till.pushes().isEmpty());
        OpenPush old = shop.call(() -> queries.open(connection.id())).orElseThrow();
        mode(Mode.OBSERVE);
        mode(Mode.LIVE);
        assertThat(shop.call(() -> queries.open(connection.id()))).isEmpty();
        assertThat(shop.call(() -> transactions.read(() -> waiting()))).isEmpty();
        shop.run(() -> desk.refusedWhole(connection, old, "Too late."));
        shop.run(() -> desk.refused(connection, old, List.of()));
        assertThat(isDrift(SKU)).as("what has ended does not end again").isFalse();
        assertThat(shop.call(() -> transactions.read(() -> waiting()))).isEmpty();
    }

    private List<Change> waiting() {
        return queries.waiting(connection.id(), false, 10);
    }

    private void mode(Mode mode) {
        var change = new ConnectionChange(null, mode, null, null, null, null);
        shop.run(() -> connections.change(connection.code(), change));
    }

    private boolean isDrift(String sku) {
        Subject subject = Subject.of(connection.code(), "LONDON", sku);
        return shop.call(() -> exceptions.open(ExceptionKind.DRIFT, List.of(subject)))
                .containsKey(subject);
    }

    @Test
    void anEchoIsNotedAtItsPostingOnceForEachDelivery() {
        PostingId posting = move("one", 3);
        await().until(() -> !till.pushes().isEmpty());
        String key = told().getFirst().key();
        UUID delivery = UUID.randomUUID();
        hear(key, delivery);
        hear(key, delivery);
        hear(key, UUID.randomUUID());
        Posted posted = shop.call(() -> postings.posting(posting)).orElseThrow();
        assertThat(posted.repeats())
                .extracting(Posted.Repeat::kind)
                .containsExactly("echo", "echo");
    }

    private void hear(String key, UUID delivery) {
        var heard =
                new TillHeard(connection, delivery, Sent.NOON, List.of(), List.of(key), Set.of());
        shop.run(
                () ->
                        transactions.write(
                                () -> {
                                    events.publishEvent(heard);
                                    return key;
                                }));
    }

    /** One posting that moves two items. */
    private void transferBoth() {
        post(
                "both",
                MovementType.ADJUSTMENT,
                Sent.NOON,
                change(-2),
                Sent.change(2, shop.location("LONDON"), shop.variant("TEA-MINT-50").id(), 4));
    }

    private List<StockChange> told() {
        return till.pushes().stream().flatMap(push -> push.changes().stream()).toList();
    }

    private PostingId move(String document, long units) {
        return post(document, MovementType.ADJUSTMENT, Sent.NOON, change(units));
    }

    private void count(String document, long units) {
        post(
                document,
                MovementType.COUNT,
                Sent.NOON,
                Sent.count(1, shop.location("LONDON"), shop.variant(SKU).id(), units));
    }

    private Line change(long units) {
        return Sent.change(1, shop.location("LONDON"), shop.variant(SKU).id(), units);
    }

    private PostingId post(String document, MovementType type, Instant at, Line... lines) {
        var posting =
                Sent.event(
                        shop.tenant(), document + UUID.randomUUID(), 0, type, at, List.of(lines));
        shop.run(() -> ledger.post(posting));
        return posting.identity().postingId();
    }
}
