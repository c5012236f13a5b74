package io.onhand.stock;

import io.onhand.measure.Quantity;
import io.onhand.stock.MovementRow.Origin;
import io.onhand.stock.Outcome.LevelAfter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds one posting into the levels of its batch: all of it, or nothing. */
final class Folding {

    private final Batch batch;
    private final Entry entry;
    private final Map<LevelKey, LevelFold> moved = new LinkedHashMap<>();

    Folding(Batch batch, Entry entry) {
        this.batch = batch;
        this.entry = entry;
    }

    /** A fact: what it takes back, then its lines. */
    void fact() {
        entry.takenBack().forEach(this::takeBack);
        entry.lines().forEach(this::post);
        String detail = new Fulfilment(batch, entry).lower(this);
        keep(detail);
    }

    /** A promise: granted if every level can bear it. */
    void promise(Promise promise) {
        for (Line line : entry.lines()) {
            if (line instanceof Line.Grant grant) {
                commit(
                        entry.level(line),
                        grant.quantity().millionths(),
                        MovementType.RESERVE,
                        batch.now(),
                        origin(line));
            }
        }
        List<Outcome.Refused.Short> lacking = lacking();
        if (!lacking.isEmpty()) {
            entry.answer(new Outcome.Refused(lacking));
            return;
        }
        batch.promises().grant(entry, promise);
        batch.lateIdentities().add(PostingRow.of(entry));
        keep(null);
    }

    /** Gives back what is left of a promise; nothing left is no posting. */
    void release() {
        for (Line line : entry.lines()) {
            if (line instanceof Line.Release release) {
                long left = batch.promises().end(entry, release);
                if (left > 0) {
                    commit(
                            entry.level(line),
                            -left,
                            MovementType.RELEASE,
                            entry.posting().effectiveAt(),
                            origin(line));
                }
            }
        }
        if (moved.isEmpty()) {
            entry.answer(new Outcome.Stale());
            return;
        }
        batch.lateIdentities().add(PostingRow.of(entry));
        keep(null);
    }

    /** Moves what is promised at a level. */
    void commit(LevelKey level, long quantity, MovementType type, Instant at, Origin origin) {
        moved.put(
                level,
                fold(level).change(Account.COMMITTED, null, type, quantity, at, null, origin));
    }

    Origin origin(Line line) {
        return new Origin(entry.id(), line.no(), line.line());
    }

    private LevelFold fold(LevelKey level) {
        LevelFold fold = moved.get(level);
        return fold == null ? batch.level(level) : fold;
    }

    private void takeBack(StandingLine line) {
        LevelKey level = entry.level(line);
        var origin = new Origin(entry.id(), line.no(), line.line());
        LevelFold fold = fold(level);
        moved.put(
                level,
                line.count() != null
                        ? fold.takeBackCount(line.count(), origin)
                        : fold.change(
                                line.account(),
                                line.bucket(),
                                MovementType.REVERSAL,
                                -line.quantity(),
                                line.effectiveAt(),
                                null,
                                origin));
    }

    private void post(Line line) {
        LevelKey level = entry.level(line);
        Posting posting = entry.posting();
        Instant at = posting.effectiveAt();
        LevelFold fold = fold(level);
        switch (line) {
            case Line.Change change ->
                    moved.put(
                            level,
                            fold.change(
                                    change.account(),
                                    change.bucket(),
                                    posting.type(),
                                    change.quantity().millionths(),
                                    at,
                                    change.reason(),
                                    origin(line)));
            case Line.Count count -> {
                var place = Position.ofCount(at, posting.identity(), line.no());
                moved.put(
                        level,
                        fold.count(
                                count.counted().millionths(),
                                place,
                                posting.clockErrorMs(),
                                origin(line)));
            }
            case Line.Grant _, Line.Release _ ->
                    throw new IllegalStateException("a promise's line in a fact");
        }
    }

    /** The lines at whose levels more is promised now than is there, or nothing may be. */
    private List<Outcome.Refused.Short> lacking() {
        List<Outcome.Refused.Short> lacking = new ArrayList<>();
        for (Line line : entry.lines()) {
            LevelKey level = entry.level(line);
            LevelState before = batch.level(level).state();
            if (before.isFrozen()) {
                lacking.add(new Outcome.Refused.Short(line.no(), Quantity.ZERO));
            } else if (fold(level).state().balances().available() < 0) {
                var available = new Quantity(before.balances().available());
                lacking.add(new Outcome.Refused.Short(line.no(), available));
            }
        }
        return lacking;
    }

    private void keep(@Nullable String detail) {
        List<LevelAfter> levels = new ArrayList<>();
        moved.forEach((key, fold) -> levels.add(after(key, batch.level(key), fold)));
        batch.levels().putAll(moved);
        entry.answer(new Outcome.Applied(entry.id(), levels, detail));
    }

    private static LevelAfter after(LevelKey key, LevelFold before, LevelFold now) {
        return new LevelAfter(
                key.location(),
                key.variant(),
                numbers(before.state().balances()),
                numbers(now.state().balances()),
                now.state().lastSeq());
    }

    private static LevelAfter.Numbers numbers(Balances balances) {
        return new LevelAfter.Numbers(
                new Quantity(balances.onHand()),
                new Quantity(balances.available()),
                new Quantity(balances.committed()));
    }
}
