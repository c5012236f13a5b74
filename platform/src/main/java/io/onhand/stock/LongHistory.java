package io.onhand.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Some postings come so late that reading what happened since takes long. Each is posted in a
 * transaction of its own, so that strangers do not wait for it.
 */
class LongHistory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<Entry.Key> late;

    LongHistory(Set<Entry.Key> late) {
        super(late.size() + " postings need more than " + Histories.ROWS_MAX + " rows");
        this.late = late;
    }

    /** The postings of a round, those that hold nobody up together and each other alone. */
    List<List<Integer>> apart(List<Posting> round) {
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> quick = new ArrayList<>();
        for (int place = 0; place < round.size(); place++) {
            if (concerns(round.get(place))) {
                parts.add(List.of(place));
            } else {
                quick.add(place);
            }
        }
        if (!quick.isEmpty()) {
            parts.addFirst(quick);
        }
        return parts;
    }

    private boolean concerns(Posting posting) {
        return late.contains(Entry.key(posting));
    }
}
