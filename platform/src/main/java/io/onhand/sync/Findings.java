package io.onhand.sync;

import io.onhand.sync.Comparing.Key;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Levels where a till shows another number, by what explains it.
 *
 * @param all of each kind
 */
record Findings(Map<DifferenceKind, List<Compared>> all) {

    Findings {
        all = new EnumMap<>(all);
    }

    List<Compared> of(DifferenceKind kind) {
        return all.getOrDefault(kind, List.of());
    }

    /** The same without the unexplained differences of these levels. */
    Findings withoutUnexplained(Set<Key> levels) {
        Map<DifferenceKind, List<Compared>> others = new EnumMap<>(all);
        others.computeIfPresent(
                DifferenceKind.FOREIGN_EDIT,
                (_, some) -> some.stream().filter(one -> !levels.contains(one.key())).toList());
        return new Findings(others);
    }

    int size() {
        return all.values().stream().mapToInt(List::size).sum();
    }

    /** By the words of the kinds. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (DifferenceKind kind : DifferenceKind.values()) {
            counts.put(kind.word(), (long) of(kind).size());
        }
        return counts;
    }
}
