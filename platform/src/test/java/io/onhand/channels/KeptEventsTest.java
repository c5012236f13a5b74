package io.onhand.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Reading.Unapplied;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.PostingId;
import io.onhand.stock.PostingQueries;
import io.onhand.stock.StockQueries;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A name is mapped while an event that uses it is being kept, and the program dies anywhere. */
@PlatformTest
class KeptEventsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor TILL = new Actor(Actor.Type.CONNECTION, "till");
    private static final int ROUNDS = 10;

    @Autowired SourceEvents events;
    @Autowired EventDesk desk;
    @Autowired Aftermath aftermath;
    @Autowired Mappings mappings;
    @Autowired KeptEvents kept;
    @Autowired WaitingEventQueries waiting;
    @Autowired ExceptionQueries exceptions;
    @Autowired StockQueries stock;
    @Autowired PostingQueries postings;
    @Autowired TenantTransactions transactions;

    private final TeaShop shop;
    private final Connection till;
    private final Intake intake;

    KeptEventsTest(@Autowired BeanFactory program, @Autowired Connections connections) {
        shop = TeaShop.open(program);
        till = shop.call(() -> connections.createGeneric("till", "The till"));
        intake = new Intake(shop.tenant(), till, TILL);
    }

    @Test
    void whatAProgramKeptBeforeItDiedIsPostedWhenItsDeliveryIsWorkedOnAgain() {
        Arrived sale = sale("S-1", "4711");
        Reading read = read(sale);
        map("4711");
        // here the program dies: kept, and nobody replays it
        EventResult first = keep(read);
        assertThat(first.outcome()).isEqualTo(EventOutcome.EXCEPTION);
        assertThat(onHand()).isEqualTo(Quantity.ZERO);

        EventResult again = take(sale);

        assertThat(again.outcome()).isEqualTo(EventOutcome.APPLIED);
        assertThat(onHand()).isEqualTo(Quantity.ofUnits(-1));
        assertThat(isOpen(exceptionOf(first))).isFalse();
    }

    @Test
    void anEventThatIsKeptWhileAnotherEndsItsExceptionWaitsForAnOpenOne() {
        EventResult first = take(sale("S-2", "4711"));
        Reading late = read(sale("S-3", "4711"));
        map("4711");
        assertThat(isOpen(exceptionOf(first))).isFalse();

        EventResult second = keep(late);

        assertThat(isOpen(exceptionOf(second))).isTrue();
        shop.run(() -> mappings.retry(exceptionOf(second)));
        assertThat(isOpen(exceptionOf(second))).isFalse();
        assertThat(onHand()).isEqualTo(Quantity.ofUnits(-2));
    }

    @Test
    void anExceptionStaysOpenAsLongAsSomethingWaitsForIt() {
        EventResult first = take(sale("S-4", "4711"));
        shop.run(() -> mappings.retry(exceptionOf(first)));
        assertThat(isOpen(exceptionOf(first))).isTrue();
    }

    /** Whoever comes first, in the end nothing waits for an exception that is closed. */
    @Test
    void keepingAndMappingAtOnceLeaveNothingBehindAClosedException() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "47-" + round;
            List<Reading> late = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                late.add(read(sale("R-" + round + "-" + i, name)));
            }
            List<Callable<EventResult>> work = new ArrayList<>();
            late.forEach(reading -> work.add(() -> keep(reading)));
            take(sale("E-" + round, name));
            Set<ExceptionId> raised = new HashSet<>();
            try (var threads = Executors.newFixedThreadPool(work.size() + 1)) {
                threads.submit(() -> map(name));
                for (Future<EventResult> result : threads.invokeAll(work)) {
                    raised.add(exceptionOf(result.get()));
                }
            }
            for (ExceptionId exception : raised) {
                boolean waits = shop.call(() -> !waiting.of(exception, 1).isEmpty());
                assertThat(isOpen(exception)).as("open, %s waits", waits).isEqualTo(waits);
            }
        }
    }

    @Test
    void aResultThatIsNotedLateIsWhatTheEventCameToMeanwhile() {
        Arrived own = sale("S-5", "4711");
        Arrived other = new Arrived(own.event(), UUID.randomUUID(), NOON);
        List<EventResult> results = List.of(take(own), take(other));
        map("4711");

        List<EventResult> now =
                shop.call(
                        () ->
                                transactions.write(
                                        () -> kept.asOfNow(till, List.of(own, other), results)));

        assertThat(now)
                .extracting(EventResult::outcome)
                .containsExactly(EventOutcome.APPLIED, EventOutcome.DUPLICATE);
        assertThat(now.getFirst().posting()).isNotNull().isEqualTo(now.getLast().posting());
    }

    @Test
    void whatIsToldAgainAfterItWasSettledIsShownOnItsPosting() {
        Arrived first = sale("S-6", "4711");
        take(first);
        map("4711");
        Arrived again = new Arrived(first.event(), UUID.randomUUID(), NOON);

        EventResult own = take(first);
        EventResult told = take(again);

        assertThat(told.outcome()).isEqualTo(EventOutcome.DUPLICATE);
        PostingId posting = Objects.requireNonNull(told.posting());
        assertThat(posting).isEqualTo(own.posting());
        assertThat(shop.call(() -> postings.posting(posting)).orElseThrow().repeats())
                .extracting(repeat -> repeat.delivery())
                .containsExactly(again.delivery());
    }

    private Arrived sale(String id, String sku) {
        return new Arrived(
                new SourceEvent(
                        id,
                        0,
                        EventType.SALE,
                        "LONDON",
                        NOON,
                        0,
                        null,
                        null,
                        null,
                        List.of(new SourceEvent.Line("1", sku, Quantity.ofUnits(1)))),
                Region.HOME.newId(),
                NOON);
    }

    private Reading read(Arrived event) {
        return shop.call(() -> desk.read(intake, List.of(event))).getFirst();
    }

    private EventResult keep(Reading reading) {
        var answers = new Answers();
        answers.unapplied((Unapplied) reading);
        return shop.call(() -> aftermath.of(intake, answers)).getFirst();
    }

    private EventResult take(Arrived event) {
        return shop.call(() -> events.takeArrived(till, TILL, List.of(event))).getFirst();
    }

    private boolean map(String name) {
        shop.run(() -> mappings.mapVariant(till, name, shop.variant("TEA-MINT-50").id()));
        return true;
    }

    private static ExceptionId exceptionOf(EventResult result) {
        ExceptionId exception = result.exception();
        if (exception == null) {
            throw new AssertionError("no exception: " + result);
        }
        return exception;
    }

    private boolean isOpen(ExceptionId exception) {
        return shop.call(() -> exceptions.find(exception)).orElseThrow().open();
    }

    private Quantity onHand() {
        return shop.call(
                () ->
                        stock.level(shop.location("LONDON"), shop.variant("TEA-MINT-50").id())
                                .map(level -> level.of(Account.ON_HAND))
                                .orElse(Quantity.ZERO));
    }
}
