package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import io.onhand.sync.PushPlan.Planned;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** A till that folds by its last count and what came after it ends where the ledger does. */
class PushPlanTest {

    private static final int FACTS = 40;
    private static final int TRIES = 1_000;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void aTillThatIsToldComesToOurNumber(@ForAll long seed) {
        var random = new Random(seed);
        var level = new PaperLevel();
        var till = new PaperTill();
        for (int i = 0; i < FACTS; i++) {
            boolean own = random.nextBoolean();
            boolean count = random.nextInt(4) == 0;
            // no two facts at one moment: a till and a ledger may take them in another order
            Instant at = PaperLevel.START.plusSeconds(random.nextInt(1_000) * 60L + i);
            int quantity = count ? random.nextInt(50) : random.nextInt(21) - 10;
            List<Moved> moved = level.post(own, count, Quantity.ofUnits(quantity), at);
            if (own) {
                till.knows(count, Quantity.ofUnits(quantity), at);
            }
            PushPlan.of(moved, PaperLevel.TILL, PaperLevel.START).forEach(till::told);
        }
        assertThat(till.onHand()).isEqualTo(level.onHand());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void nothingIsToldTwiceAndNothingThatTheTillTold(@ForAll long seed) {
        var random = new Random(seed);
        var level = new PaperLevel();
        for (int i = 0; i < FACTS; i++) {
            boolean own = random.nextBoolean();
            Instant at = PaperLevel.START.plusSeconds(random.nextInt(1_000) * 60L + i);
            List<Moved> moved =
                    level.post(own, random.nextBoolean(), Quantity.ofUnits(random.nextInt(9)), at);
            List<Planned> planned = PushPlan.of(moved, PaperLevel.TILL, PaperLevel.START);
            assertThat(planned.size()).isLessThanOrEqualTo(own ? 0 : 1);
        }
    }

    @Property(tries = 1)
    void whatWasRecordedBeforeTheBeginningIsNotTold() {
        var level = new PaperLevel();
        List<Moved> moved = level.post(false, false, Quantity.ofUnits(1), PaperLevel.START);
        Instant later = PaperLevel.RECORDED.plusSeconds(1);
        assertThat(PushPlan.of(moved, PaperLevel.TILL, later)).isEmpty();
    }
}
