package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The laws, over random histories without a database. */
class LevelFoldTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final int DOCUMENTS = 30;
    private static final int TRIES = 1_000;

    private static PaperLedger posted(RandomHistory history) {
        var ledger = new PaperLedger(NOON);
        Queue<Posting> waiting = new ArrayDeque<>(history.sent());
        while (!waiting.isEmpty()) {
            Posting posting = waiting.remove();
            if (!ledger.post(posting)) {
                waiting.add(posting);
            }
        }
        return ledger;
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
            long sum = 0;
            for (MovementRow row : ledger.level(level).rows()) {
                assertThat(row.seq()).isEqualTo(++seq);
                sum += row.quantity();
                assertThat(row.balanceAfter()).isEqualTo(sum);
            }
            assertThat(ledger.level(level).state().lastSeq()).isEqualTo(seq);
            assertThat(ledger.level(level).state().balances().onHand()).isEqualTo(sum);
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
        for (Posting standing : history.standing()) {
            ledger.post(history.shop().undo(standing, "all"));
        }
        for (LevelKey level : history.levels()) {
            for (Instant at : history.times()) {
                assertThat(ledger.onHandAt(level, at)).isZero();
            }
        }
    }
}
