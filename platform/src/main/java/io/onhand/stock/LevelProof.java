package io.onhand.stock;

import io.onhand.measure.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds the movements of one level again, in recorded order, and says what does not agree with the
 * laws or with what the level shows. It shares no code with the fold that posts.
 */
class LevelProof {

    /**
     * A movement as it stands in the table.
     *
     * @param account 1–5
     */
    record Fact(
            long seq,
            int account,
            long quantity,
            long balanceAfter,
            Instant effectiveAt,
            Instant recordedAt,
            @Nullable Long correctsSeq) {}

    /**
     * A count of the level.
     *
     * @param revoked it was taken back
     */
    record Anchor(Instant effectiveAt, long seq, long counted, boolean revoked) {}

    /**
     * What the level's row shows.
     *
     * @param accounts its numbers, by account from 1
     */
    record Shown(
            long[] accounts,
            long lastSeq,
            Instant changedAt,
            @Nullable Instant lastEffectiveAt,
            @Nullable Instant lastCountAt) {}

    /**
     * Something that does not agree.
     *
     * @param check the account or the law
     */
    record Finding(String check, String shown, String folded) {}

    private final List<Anchor> anchors;
    private final Map<Long, Integer> anchorOfSeq = new HashMap<>();

    /** Σ of on-hand movements ordered at or before each anchor and after the one before it. */
    private final long[] upToAnchor;

    private final long[] sums = new long[Account.values().length + 1];
    private final List<Finding> findings = new ArrayList<>();
    private long lastSeq;
    private boolean gap;
    private boolean chainBroken;
    private Instant lastRecordedAt = Instant.MIN;
    private Instant lastEffectiveAt = Instant.MIN;

    /**
     * @param anchors the level's counts in the order of the ledger
     */
    LevelProof(List<Anchor> anchors) {
        this.anchors = anchors;
        this.upToAnchor = new long[anchors.size()];
        for (int i = 0; i < anchors.size(); i++) {
            anchorOfSeq.put(anchors.get(i).seq(), i);
        }
    }

    long movements() {
        return lastSeq;
    }

    /** Takes the next movement in the order of the table's key. */
    void add(Fact fact) {
        if (fact.seq() != lastSeq + 1 && !gap) {
            gap = true;
            find("level-seq", lastSeq + 1, fact.seq());
        }
        lastSeq++;
        sums[fact.account()] += fact.quantity();
        if (fact.balanceAfter() != sums[fact.account()] && !chainBroken) {
            chainBroken = true;
            find("balance-after", decimal(fact.balanceAfter()), decimal(sums[fact.account()]));
        }
        if (fact.effectiveAt().isAfter(fact.recordedAt())) {
            find("effective-at", fact.effectiveAt(), fact.recordedAt());
        }
        lastRecordedAt = fact.recordedAt();
        if (fact.account() == Account.ON_HAND.code()) {
            place(fact);
        }
    }

    /** Adds an on-hand movement to the first count that is not before it in order. */
    private void place(Fact fact) {
        if (fact.effectiveAt().isAfter(lastEffectiveAt)) {
            lastEffectiveAt = fact.effectiveAt();
        }
        Integer own = anchorOfSeq.get(fact.correctsSeq() == null ? fact.seq() : fact.correctsSeq());
        int anchor = own != null ? own : firstAnchorFrom(fact.effectiveAt());
        if (anchor < anchors.size()) {
            upToAnchor[anchor] += fact.quantity();
        }
    }

    /** A change at exactly the time of a count was seen by the count. */
    private int firstAnchorFrom(Instant time) {
        int low = 0;
        int high = anchors.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (anchors.get(middle).effectiveAt().isBefore(time)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * What does not agree, when all movements are in.
     *
     * @param shown the level's row
     * @param promised what is left of its open promises, millionths
     */
    List<Finding> against(Shown shown, long promised) {
        for (Account account : Account.values()) {
            findUnequal(account.word(), shown.accounts()[account.code()], sums[account.code()]);
        }
        findUnequal("promised", shown.accounts()[Account.COMMITTED.code()], promised);
        if (shown.lastSeq() != lastSeq) {
            find("level-seq", shown.lastSeq(), lastSeq);
        }
        counts();
        bounds(shown);
        return findings;
    }

    private void counts() {
        long onHand = 0;
        for (int i = 0; i < anchors.size(); i++) {
            onHand += upToAnchor[i];
            if (!anchors.get(i).revoked()) {
                findUnequal("count", anchors.get(i).counted(), onHand);
            }
        }
    }

    /** The times of the level's row must not be before those of its movements and counts. */
    private void bounds(Shown shown) {
        if (lastSeq > 0 && !shown.changedAt().equals(lastRecordedAt)) {
            find("bounds", shown.changedAt(), lastRecordedAt);
        }
        boundBy(shown.lastEffectiveAt(), lastEffectiveAt);
        boundBy(
                shown.lastCountAt(),
                anchors.isEmpty() ? Instant.MIN : anchors.getLast().effectiveAt());
    }

    private void boundBy(@Nullable Instant bound, Instant last) {
        if (!last.equals(Instant.MIN) && (bound == null || bound.isBefore(last))) {
            find("bounds", bound == null ? "none" : bound, last);
        }
    }

    private void findUnequal(String check, long shown, long folded) {
        if (shown != folded) {
            find(check, decimal(shown), decimal(folded));
        }
    }

    /** A broken row may hold what is no quantity any more. */
    private static Object decimal(long millionths) {
        return BigDecimal.valueOf(millionths, Quantity.DECIMALS_MAX)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void find(String check, Object shown, Object folded) {
        findings.add(new Finding(check, shown.toString(), folded.toString()));
    }
}
