package io.onhand.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one transaction posts: its entries in the order of their arrival, the levels that they move,
 * and what is to be written besides. Each step of {@link BatchPosting} reads it and adds to it.
 */
final class Batch {

    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<LevelKey, LevelFold> levels = new LinkedHashMap<>();
    private final Promises promises = new Promises();
    private final List<PostingRow> lateIdentities = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();

    /**
     * @param postings at most one event of a document among them, but copies of one posting
     * @param now the business time of the batch
     */
    Batch(List<Posting> postings, Instant now) {
        this.now = now;
        Map<Entry.Key, Entry> first = new LinkedHashMap<>();
        for (Posting posting : postings) {
            var entry = new Entry(posting);
            Entry known = first.putIfAbsent(entry.key(), entry);
            if (known == null) {
                entries.add(entry);
            } else {
                known.copies().add(posting);
            }
        }
    }

    Instant now() {
        return now;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Those of a kind that have no answer yet. */
    List<Entry> open(Entry.Kind kind) {
        return entries.stream().filter(e -> e.isOpen() && e.kind() == kind).toList();
    }

    /** Those that have no answer yet. */
    List<Entry> open() {
        return entries.stream().filter(Entry::isOpen).toList();
    }

    /** The levels of the batch; each is there from the moment it was locked. */
    Map<LevelKey, LevelFold> levels() {
        return levels;
    }

    LevelFold level(LevelKey key) {
        return Objects.requireNonNull(levels.get(key), "every level of a batch is locked");
    }

    /** The levels that have movements to be written. */
    Collection<Map.Entry<LevelKey, LevelFold>> changedLevels() {
        return levels.entrySet().stream().filter(level -> level.getValue().isChanged()).toList();
    }

    /** The promises that the batch makes, uses up and gives back. */
    Promises promises() {
        return promises;
    }

    /** Puts postings of the program's own before all others; nobody waits for their answers. */
    void addFirst(List<Posting> postings) {
        entries.addAll(0, postings.stream().map(Entry::new).toList());
    }

    /** Identities that are taken under the locks of a document or of levels. */
    List<PostingRow> lateIdentities() {
        return lateIdentities;
    }

    /** Postings that were there already. */
    List<Repeat> repeats() {
        return repeats;
    }
}
