package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a replay would come to, at this moment.
 *
 * @param posted events that would be posted
 * @param unmoved events that would be settled and move nothing, because something newer stands or
 *     another content has their identity
 * @param waiting events that would go on waiting, for this or for something else
 * @param whole false if more wait than are looked at together; then all is about the first ones
 * @param levels what would change on hand, each level once
 */
public record Rehearsal(
        int posted, int unmoved, int waiting, boolean whole, List<LevelChange> levels) {

    /** Nothing would be posted. */
    public static final Rehearsal NOTHING = new Rehearsal(0, 0, 0, true, List.of());

    public Rehearsal {
        levels = List.copyOf(levels);
    }

    /**
     * A level that would change.
     *
     * @param before its units on hand now
     * @param after and then
     */
    public record LevelChange(
            LocationId location, VariantId variant, Quantity before, Quantity after) {}

    private record Key(LocationId location, VariantId variant) {}

    private record Span(Outcome.LevelAfter first, Outcome.LevelAfter last) {

        Span and(Span other) {
            return new Span(
                    first.version() < other.first.version() ? first : other.first,
                    last.version() > other.last.version() ? last : other.last);
        }

        LevelChange change(Key key) {
            return new LevelChange(
                    key.location(), key.variant(), first.before().onHand(), last.now().onHand());
        }
    }

    /**
     * From what the ledger said.
     *
     * @param ready events that could be posted, not less than there are outcomes
     */
    static Rehearsal of(List<Outcome> outcomes, int ready, int waiting, boolean whole) {
        Map<Key, Span> levels = new LinkedHashMap<>();
        int unmoved = 0;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Applied applied) {
                for (Outcome.LevelAfter level : applied.levels()) {
                    levels.merge(
                            new Key(level.location(), level.variant()),
                            new Span(level, level),
                            Span::and);
                }
            } else {
                unmoved++;
            }
        }
        return new Rehearsal(
                ready - unmoved,
                unmoved,
                waiting,
                whole,
                levels.entrySet().stream().map(e -> e.getValue().change(e.getKey())).toList());
    }
}
