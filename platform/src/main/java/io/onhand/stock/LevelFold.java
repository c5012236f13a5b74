package io.onhand.stock;

import io.onhand.stock.MovementRow.Origin;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One level, and what a batch does to it. Here are the ledger's laws; everything else only locks,
 * reads and writes for it.
 *
 * <p>A level is the sum of its movements (L2). Nothing is ever rewritten (L1): what is learnt late
 * is a new movement at the time it happened. Movements have an order that does not depend on when
 * they were learnt (L7), and in that order a change adds while a count sets (L6). To keep both
 * true, a count is posted as what was counted less what the book says at its place; and a movement
 * that comes to stand before a count is followed by a correction of the opposite quantity at the
 * next count, and at no other. So on hand stays as it was counted, and only the count's variance
 * changes. Taking something back is a movement at the time of what it takes back (L6a), so the same
 * rule holds for it.
 *
 * <p>It is a value: each change gives another fold, and one that is dropped never happened. It
 * knows the later part of the level's history only as far as the batch needs it: {@code later} the
 * on-hand movements from the earliest late count on, {@code anchors} the counts that a late
 * movement may meet. What the batch itself does is always in both.
 */
final class LevelFold {

    private final LevelState read;
    private final LevelState state;
    private final Chain<Placed> later;
    private final NavigableMap<Position, Anchor> anchors;
    private final Chain<MovementRow> rows;
    private final Chain<Revocation> revocations;

    /**
     * An on-hand movement at its place.
     *
     * @param ofCount the number of the count to which it belongs: the count itself, its corrections
     *     and its reversal; 0 for a change
     */
    record Placed(Position place, long quantity, long ofCount) {}

    /**
     * A count that was taken back.
     *
     * @param count its number
     */
    record Revocation(long count, PostingId by) {}

    private LevelFold(
            LevelState read,
            LevelState state,
            Chain<Placed> later,
            NavigableMap<Position, Anchor> anchors,
            Chain<MovementRow> rows,
            Chain<Revocation> revocations) {
        this.read = read;
        this.state = state;
        this.later = later;
        this.anchors = anchors;
        this.rows = rows;
        this.revocations = revocations;
    }

    /** A level as it was locked, with as much of its later history as the batch needs. */
    static LevelFold of(LevelState read, Iterable<Placed> later, Iterable<Anchor> anchors) {
        NavigableMap<Position, Anchor> byPlace = new TreeMap<>();
        anchors.forEach(anchor -> byPlace.put(anchor.place(), anchor));
        return new LevelFold(read, read, Chain.of(later), byPlace, Chain.empty(), Chain.empty());
    }

    /** A change of an account, at the time it happened. */
    LevelFold change(
            Account account,
            @Nullable String bucket,
            MovementType type,
            long quantity,
            Instant at,
            @Nullable String reason,
            Origin origin) {
        Position place = Position.ofChange(at);
        LevelFold changed =
                moved(
                        new Step(account, bucket, type, quantity, place, reason, origin),
                        Reference.NONE);
        return account == Account.ON_HAND ? changed.corrected(place, quantity, origin) : changed;
    }

    /** A count: its movement is what was counted less what the book says before it. */
    LevelFold count(long counted, Position place, long clockErrorMs, Origin origin) {
        long book = state.balances().onHand() - sumAfter(place);
        long variance = counted - book;
        var step =
                new Step(Account.ON_HAND, null, MovementType.COUNT, variance, place, null, origin);
        LevelFold set = moved(step, new Reference(counted, null, null));
        return set.anchored(new Anchor(place, set.state.lastSeq(), counted, clockErrorMs, false))
                .corrected(place, variance, origin);
    }

    /**
     * Takes a standing count back: all that it changed so far goes, and the movements before it are
     * the next count's again.
     *
     * @param count the number of its movement
     */
    LevelFold takeBackCount(long count, Origin origin) {
        Anchor anchor = standing(count);
        Position place = anchor.place();
        long back = -variance(count);
        var step =
                new Step(Account.ON_HAND, null, MovementType.REVERSAL, back, place, null, origin);
        return revoked(anchor, origin.posting())
                .moved(step, new Reference(null, count, null))
                .corrected(place, back, origin);
    }

    /** The level as it is now. */
    LevelState state() {
        return state;
    }

    /** The level as it was locked. */
    LevelState read() {
        return read;
    }

    /** What is to be written, in order. */
    List<MovementRow> rows() {
        return rows.inOrder();
    }

    /** The number of the count that a line of a posting made. */
    long countOf(PostingId posting, int line) {
        for (MovementRow row : rows) {
            boolean same = row.origin().posting().equals(posting) && row.origin().no() == line;
            if (same && row.type() == MovementType.COUNT) {
                return row.seq();
            }
        }
        throw new IllegalStateException("line " + line + " counted nothing here");
    }

    boolean isChanged() {
        return !rows.isEmpty();
    }

    /** The counts that came with this batch, those that it took back again among them. */
    List<Anchor> newAnchors() {
        return anchors.values().stream().filter(a -> a.seq() > read.lastSeq()).toList();
    }

    List<Revocation> revocations() {
        return revocations.inOrder();
    }

    /** The next standing count after a place; none while nothing after it was counted. */
    private @Nullable Anchor nextAfter(Position place) {
        for (Anchor anchor : anchors.tailMap(place, false).values()) {
            if (!anchor.revoked()) {
                return anchor;
            }
        }
        return null;
    }

    /** The count after a place keeps its word: what came before it now is taken off at it. */
    private LevelFold corrected(Position place, long quantity, Origin origin) {
        Anchor next = nextAfter(place);
        if (next == null || quantity == 0) {
            return this;
        }
        var step =
                new Step(
                        Account.ON_HAND,
                        null,
                        MovementType.COUNT_CORRECTION,
                        -quantity,
                        next.place(),
                        null,
                        origin);
        return moved(step, new Reference(null, next.seq(), state.lastSeq()));
    }

    private long sumAfter(Position place) {
        long sum = 0;
        for (Placed movement : later) {
            if (movement.place().compareTo(place) > 0) {
                sum += movement.quantity();
            }
        }
        return sum;
    }

    private long variance(long count) {
        long sum = 0;
        for (Placed movement : later) {
            if (movement.ofCount() == count) {
                sum += movement.quantity();
            }
        }
        return sum;
    }

    private Anchor standing(long count) {
        for (Anchor anchor : anchors.values()) {
            if (anchor.seq() == count && !anchor.revoked()) {
                return anchor;
            }
        }
        throw new IllegalStateException("no standing count " + count + " was read");
    }

    /** A movement about to be made. */
    private record Step(
            Account account,
            @Nullable String bucket,
            MovementType type,
            long quantity,
            Position place,
            @Nullable String reason,
            Origin origin) {}

    /** What a movement says of counts; see {@link MovementRow}. */
    private record Reference(
            @Nullable Long counted, @Nullable Long corrects, @Nullable Long because) {

        static final Reference NONE = new Reference(null, null, null);
    }

    private LevelFold moved(Step step, Reference reference) {
        long seq = state.lastSeq() + 1;
        Balances balances = state.balances().plus(step.account, step.quantity);
        boolean onHand = step.account == Account.ON_HAND;
        var row =
                new MovementRow(
                        seq,
                        step.account,
                        step.bucket,
                        step.type,
                        step.quantity,
                        balances.of(step.account),
                        step.place.at(),
                        step.origin,
                        reference.counted,
                        reference.corrects,
                        reference.because,
                        step.reason);
        var next =
                new LevelState(
                        balances,
                        seq,
                        onHand
                                ? LevelState.later(state.lastEffectiveAt(), step.place.at())
                                : state.lastEffectiveAt(),
                        reference.counted == null
                                ? state.lastCountAt()
                                : LevelState.later(state.lastCountAt(), step.place.at()),
                        state.changedAt(),
                        state.isFrozen());
        return new LevelFold(
                read,
                next,
                onHand ? later.plus(new Placed(step.place, step.quantity, count(row))) : later,
                anchors,
                rows.plus(row),
                revocations);
    }

    private static long count(MovementRow row) {
        if (row.counted() != null) {
            return row.seq();
        }
        return row.corrects() == null ? 0 : row.corrects();
    }

    private LevelFold anchored(Anchor anchor) {
        NavigableMap<Position, Anchor> more = new TreeMap<>(anchors);
        more.put(anchor.place(), anchor);
        return new LevelFold(read, state, later, more, rows, revocations);
    }

    private LevelFold revoked(Anchor anchor, PostingId by) {
        LevelFold fold = anchored(anchor.revoke());
        var revocation = new Revocation(anchor.seq(), by);
        return new LevelFold(read, state, later, fold.anchors, rows, revocations.plus(revocation));
    }
}
