package io.onhand.stock;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A posting's row: its identity and what it was.
 *
 * @param posting what was asked
 * @param identity under which it is kept: its own, or that of the place that it takes
 * @param type its word, or {@link #SUPERSEDED}
 * @param levels every level it moved, none twice
 */
record PostingRow(Posting posting, Identity identity, String type, Collection<LevelKey> levels) {

    /** The type of a revision that came too late, or must not come any more. */
    static final String SUPERSEDED = "superseded";

    /** The type of a revision that takes its document back. */
    static final String VOID = "void";

    static PostingRow of(Entry entry) {
        Posting posting = entry.posting();
        String type = posting.voided() ? VOID : posting.type().word();
        return new PostingRow(posting, posting.identity(), type, entry.levels());
    }

    /** Keeps an identity from being posted. */
    static PostingRow superseded(Posting posting, long revision) {
        return new PostingRow(
                posting, posting.identity().withRevision(revision), SUPERSEDED, List.of());
    }

    Entry.Key key() {
        return new Entry.Key(posting.tenant(), identity.postingId());
    }

    /** Whether an event that is held under this identity keeps it from being taken. */
    boolean yieldsToHeld() {
        return !posting.settlesHeld() && !type.equals(SUPERSEDED);
    }

    List<UUID> locations() {
        return levels.stream().map(level -> level.location().value()).toList();
    }

    List<UUID> variants() {
        return levels.stream().map(level -> level.variant().value()).toList();
    }
}
