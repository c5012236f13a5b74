package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** A posting on its way through a batch, with the copies of it that came in the same batch. */
final class Entry {

    private final Posting posting;
    private final PostingId id;
    private final List<Posting> copies = new ArrayList<>();
    private final List<Outcome> copyOutcomes = new ArrayList<>();
    private @Nullable Revision revision;
    private @Nullable Outcome outcome;

    Entry(Posting posting) {
        this.posting = posting;
        this.id = posting.identity().postingId();
    }

    /** How its identity is taken. */
    enum Kind {
        /** A fact without revisions: at once, before anything is locked. */
        FACT,
        /** A revision or a reversal: under the lock of its document. */
        EVENT,
        /** A promise or its end: under the locks of its levels. */
        PROMISE
    }

    Kind kind() {
        if (posting.promise() != null || posting.isRelease()) {
            return Kind.PROMISE;
        }
        boolean plain = posting.identity().revision() == 0 && posting.reverses() == null;
        return plain ? Kind.FACT : Kind.EVENT;
    }

    Posting posting() {
        return posting;
    }

    PostingId id() {
        return id;
    }

    TenantId tenant() {
        return posting.tenant();
    }

    /** Under which the batch's lookups know it. */
    Key key() {
        return new Key(posting.tenant(), id);
    }

    static Key key(Posting posting) {
        return new Key(posting.tenant(), posting.identity().postingId());
    }

    /** A posting of any tenant. */
    record Key(TenantId tenant, PostingId posting) {}

    List<Posting> copies() {
        return copies;
    }

    /** What it does to its document; null for a fact without revisions. */
    @Nullable Revision revision() {
        return revision;
    }

    void revise(Revision revision) {
        this.revision = revision;
    }

    boolean isOpen() {
        return outcome == null;
    }

    @Nullable Outcome outcome() {
        return outcome;
    }

    void answer(Outcome outcome) {
        this.outcome = outcome;
    }

    void answerCopy(Outcome answer) {
        copyOutcomes.add(answer);
    }

    /** The answers to it and to its copies, in their order. */
    List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(Objects.requireNonNull(outcome, "every posting is answered"));
        outcomes.addAll(copyOutcomes);
        return outcomes;
    }

    /** What is to be posted: of a revision, what differs from what stands. */
    List<Line> lines() {
        return revision == null ? posting.lines() : revision.posted();
    }

    /** What is to be taken back whole. */
    List<StandingLine> takenBack() {
        return revision == null ? List.of() : revision.takenBack();
    }

    LevelKey level(Line line) {
        return new LevelKey(tenant(), line.location(), line.variant());
    }

    LevelKey level(StandingLine line) {
        return new LevelKey(tenant(), line.location(), line.variant());
    }

    /** Every level that it moves, none twice. */
    SequencedSet<LevelKey> levels() {
        SequencedSet<LevelKey> levels = new LinkedHashSet<>();
        posting.lines().forEach(line -> levels.add(level(line)));
        takenBack().forEach(line -> levels.add(level(line)));
        return levels;
    }
}
