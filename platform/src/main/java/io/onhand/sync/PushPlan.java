package io.onhand.sync;

import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.MovementType;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what a till is told of the movements of a level, so that it comes to the same number. A
 * till folds as the ledger does: its last count, and what happened after it.
 */
final class PushPlan {

    private static final String COUNT = MovementType.COUNT.word();

    private PushPlan() {}

    /**
     * A change that is to be told.
     *
     * @param type {@code count}, else the movement's type
     * @param quantity of a count what was counted, else by how much stock changes
     */
    record Planned(
            long levelSeq, String type, Quantity quantity, Instant occurredAt, PostingId posting) {}

    /**
     * What a till is told of these movements, which include all of each of their postings.
     *
     * @param till who told it himself is told nothing
     * @param from movements recorded before are not told
     */
    static List<Planned> of(List<Moved> movements, SourceId till, Instant from) {
        Set<Long> corrected = new HashSet<>();
        for (Moved moved : movements) {
            if (moved.type() == MovementType.COUNT_CORRECTION && moved.because() != null) {
                corrected.add(moved.because());
            }
        }
        List<Planned> planned = new ArrayList<>();
        for (Moved moved : movements) {
            boolean concerns =
                    moved.account() == Account.ON_HAND
                            && !moved.source().equals(till)
                            && !moved.recordedAt().isBefore(from)
                            && moved.type() != MovementType.COUNT_CORRECTION
                            && !corrected.contains(moved.levelSeq());
            if (concerns && (isCount(moved) || moved.quantity().signum() != 0)) {
                planned.add(planned(moved));
            }
        }
        return planned;
    }

    private static boolean isCount(Moved moved) {
        return moved.type() == MovementType.COUNT && moved.counted() != null;
    }

    /** A till forgets no count: what takes one back has to happen after it. */
    private static Planned planned(Moved moved) {
        Quantity counted = moved.type() == MovementType.COUNT ? moved.counted() : null;
        return new Planned(
                moved.levelSeq(),
                counted == null ? moved.type().word() : COUNT,
                counted == null ? moved.quantity() : counted,
                moved.takesBackCount() ? moved.recordedAt() : moved.occurredAt(),
                moved.posting());
    }
}
