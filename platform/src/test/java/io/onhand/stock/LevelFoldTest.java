package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The laws, over random histories without a database. */
class LevelFoldTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final int DOCUMENTS = 30;
    private static final int TRIES = 1_000;
    private static final Set<MovementType> PAIRS =
            EnumSet.of(MovementType.SHIP, MovementType.ARRIVE);

    private static PaperLedger posted(RandomHistory history) {
        var ledger = new PaperLedger(NOON);
        post(ledger, history.sent());
        post(ledger, history.arrivals());
        return ledger;
    }

    private static void post(PaperLedger ledger, List<Posting> sent) {
        Queue<Posting> waiting = new ArrayDeque<>(sent);
        while (!waiting.isEmpty()) {
            Posting posting = waiting.remove();
            if (!ledger.post(posting)) {
                waiting.add(posting);
            }
        }
    }

    private static RandomHistory history(long seed) {
        return RandomHistory.of(seed, NOON, DOCUMENTS, false);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anyOrderOfArrivalGivesTheDefinedPresentAndPast(@ForAll long seed) {
        RandomHistory history = history(seed);
        PaperLedger ledger = posted(history);
        for (LevelKey level : history.levels()) {
            assertThat(ledger.level(level).state().balances().onHand())
                    .isEqualTo(history.definition().onHandNow(level));
            assertThat(ledger.level(level).state().balances().inTransit())
                    .isEqualTo(history.definition().inTransit(level));
            for (Instant at : history.times()) {
                assertThat(ledger.onHandAt(level, at))
                        .isEqualTo(history.definition().onHandAt(level, at));
            }
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void movementsAreNumberedWithoutGapsAndEachCarriesTheSumSoFar(@ForAll long seed) {
        RandomHistory history = history(seed);
        PaperLedger ledger = posted(history);
        for (LevelKey level : history.levels()) {
            long seq = 0;
            Balances sums = Balances.ZERO;
            for (MovementRow row : ledger.level(level).rows()) {
                assertThat(row.seq()).isEqualTo(++seq);
                sums = sums.plus(row.account(), row.quantity());
                assertThat(row.balanceAfter()).isEqualTo(sums.of(row.account()));
            }
            assertThat(ledger.level(level).state().lastSeq()).isEqualTo(seq);
            assertThat(ledger.level(level).state().balances()).isEqualTo(sums);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aLateFactBeforeACountChangesNothingAfterIt(@ForAll long seed) {
        RandomHistory history = history(seed);
        PaperLedger ledger = posted(history);
        LevelKey level = history.shop().level(Shop.LONDON, Shop.MATCHA);
        ledger.post(history.shop().count("last", 600).matcha(7).posted());
        ledger.post(history.shop().count("between", 500).matcha(3).posted());
        ledger.post(history.shop().sale("late", Math.floorMod(seed, 500)).matcha(-5).posted());
        assertThat(ledger.onHandAt(level, history.shop().at(500))).isEqualTo(3_000_000);
        assertThat(ledger.onHandAt(level, history.shop().at(600))).isEqualTo(7_000_000);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void everythingReversedIsNothing(@ForAll long seed) {
        RandomHistory history = history(seed);
        PaperLedger ledger = posted(history);
        for (Posting standing : history.standing().reversed()) {
            ledger.post(history.shop().undo(standing, "all"));
        }
        for (LevelKey level : history.levels()) {
            for (Instant at : history.times()) {
                assertThat(ledger.onHandAt(level, at)).isZero();
            }
            assertThat(ledger.level(level).state().balances()).isEqualTo(Balances.ZERO);
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatLeavesOnePlaceIsOnItsWayToAnotherAndWhatArrivesNoMoreIs(@ForAll long seed) {
        RandomHistory history = history(seed);
        PaperLedger ledger = posted(history);
        Stream.concat(history.sent().stream(), history.arrivals().stream())
                .filter(posting -> PAIRS.contains(posting.type()))
                .map(ledger::rowsOf)
                .forEach(
                        rows -> {
                            assertThat(rows).hasSize(2);
                            assertThat(rows.getFirst().quantity() + rows.getLast().quantity())
                                    .isZero();
                        });
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void noMoreIsPromisedThanIsAvailableAtThatMoment(@ForAll long seed) {
        RandomHistory history = RandomHistory.of(seed, NOON, DOCUMENTS, true);
        PaperLedger ledger = posted(history);
        for (LevelKey level : history.levels()) {
            Balances sums = Balances.ZERO;
            for (MovementRow row : ledger.level(level).rows()) {
                sums = sums.plus(row.account(), row.quantity());
                if (row.type() == MovementType.RESERVE) {
                    assertThat(sums.available()).isNotNegative();
                }
            }
        }
    }
}
