package io.onhand.sync;

import io.onhand.inbox.ForeseenQueries.Day;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of a till's stock with ours came to.
 *
 * @param at when it began: of what happened at the till since then it may know nothing
 * @param mode {@code live} or {@code observe}
 * @param failure why it could not be done, a sentence for people; null if it was
 * @param compared levels that both have
 * @param equal of these, where the numbers agree
 * @param kinds how many differences there are of each kind, by its word
 * @param pushed how many of our numbers the till is told because of it; of an observed connection,
 *     would be told
 * @param differences some of them
 * @param foreseen of an observed connection, what it would have done, day by day
 */
public record ReconciliationReport(
        Instant at,
        String mode,
        @Nullable String failure,
        long compared,
        long equal,
        Map<String, Long> kinds,
        long pushed,
        List<Difference> differences,
        List<Day> foreseen) {

    /** Differences that a report names. */
    public static final int DIFFERENCES_MAX = 200;

    public ReconciliationReport {
        kinds = Map.copyOf(kinds);
        differences = List.copyOf(differences);
        foreseen = List.copyOf(foreseen);
    }

    /** How many differences nothing explains. */
    public long unexplained() {
        return kinds.getOrDefault(DifferenceKind.FOREIGN_EDIT.word(), 0L);
    }

    static ReconciliationReport failed(Instant at, String mode, String why) {
        return new ReconciliationReport(at, mode, why, 0, 0, Map.of(), 0, List.of(), List.of());
    }
}
