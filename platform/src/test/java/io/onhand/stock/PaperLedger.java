package io.onhand.stock;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The ledger without a database: the same fold, the same revisions, one posting at a time. */
final class PaperLedger {

    private final Instant now;
    private final Map<LevelKey, LevelFold> levels = new HashMap<>();
    private final Map<UUID, Long> revisions = new HashMap<>();
    private final Map<UUID, List<StandingLine>> documents = new HashMap<>();
    private final Set<PostingId> posted = new HashSet<>();

    PaperLedger(Instant now) {
        this.now = now;
    }

    /** Whether it was posted or refused, now or before; a reversal waits for what it reverses. */
    boolean post(Posting posting) {
        var batch = new Batch(List.of(posting), now);
        Entry entry = batch.entries().getFirst();
        Promise promise = posting.promise();
        return promise == null ? fact(posting, batch, entry) : promise(promise, batch, entry);
    }

    /** Nothing uses it up or gives it back here. */
    private boolean promise(Promise promise, Batch batch, Entry entry) {
        if (!posted.contains(entry.id())) {
            lock(batch, entry);
            new Folding(batch, entry).promise(promise);
            levels.putAll(batch.levels());
            if (entry.outcome() instanceof Outcome.Applied) {
                posted.add(entry.id());
            }
        }
        return true;
    }

    private void lock(Batch batch, Entry entry) {
        for (LevelKey level : entry.levels()) {
            batch.levels().put(level, level(level));
        }
    }

    private boolean fact(Posting posting, Batch batch, Entry entry) {
        Identity reversed = posting.reverses();
        if (reversed != null && !posted.contains(reversed.postingId())) {
            return false;
        }
        Identity identity = reversed == null ? posting.identity() : reversed;
        UUID document = identity.documentId();
        long standing = revisions.getOrDefault(document, -1L);
        if (!posted.add(entry.id()) || (reversed == null && identity.revision() <= standing)) {
            return true;
        }
        List<StandingLine> before = documents.getOrDefault(document, List.of());
        Revision revision =
                reversed != null || posting.voided()
                        ? Revision.ofNothing(document, identity.revision(), before)
                        : Revision.of(document, identity.revision(), before, posting);
        entry.revise(revision);
        lock(batch, entry);
        new Folding(batch, entry).fact();
        levels.putAll(batch.levels());
        revisions.put(document, identity.revision());
        documents.put(document, revision.after(entry, batch));
        return true;
    }

    LevelFold level(LevelKey key) {
        return Objects.requireNonNullElseGet(
                levels.get(key), () -> LevelFold.of(LevelState.NEW, List.of(), List.of()));
    }

    /** Every movement that a posting made, but for what it took off at later counts. */
    List<MovementRow> rowsOf(Posting posting) {
        PostingId id = posting.identity().postingId();
        return levels.values().stream()
                .flatMap(level -> level.rows().stream())
                .filter(row -> row.origin().posting().equals(id))
                .filter(row -> row.type() != MovementType.COUNT_CORRECTION)
                .toList();
    }

    long onHandAt(LevelKey key, Instant at) {
        return level(key).rows().stream()
                .filter(row -> row.account() == Account.ON_HAND && !row.effectiveAt().isAfter(at))
                .mapToLong(MovementRow::quantity)
                .sum();
    }
}
