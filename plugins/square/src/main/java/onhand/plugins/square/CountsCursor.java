package onhand.plugins.square;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the walk through all counts is.
 *
 * @param stage what is walked
 * @param tracking what the catalogue says is counted
 * @param since from when on counts may have changed that the walk through all does not meet, by
 *     Square's clock; null until the first of them are seen
 * @param mark where in the stage
 */
record CountsCursor(Stage stage, Tracking tracking, @Nullable Instant since, Bookmark mark) {

    /** A change may become visible a little later than one that was made after it. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final String STAGE = "stage";
    private static final String SINCE = "since";

    /** What is walked, one after the other. */
    enum Stage {
        /** What is counted at all. */
        CATALOGUE,
        /** All counts. */
        ALL,
        /** What changed while all were walked. */
        CHANGED
    }

    /** The beginning where there is no cursor, or one that cannot be read. */
    static CountsCursor read(@Nullable String text) {
        Optional<JsonNode> node = Optional.ofNullable(text).flatMap(Json::object);
        try {
            return node.map(CountsCursor::read).orElseGet(CountsCursor::begin);
        } catch (Misfit misfit) {
            return begin();
        }
    }

    private static CountsCursor read(JsonNode node) {
        String word = Json.text(node, STAGE).toUpperCase(Locale.ROOT);
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(word)) {
                return new CountsCursor(
                        stage,
                        Tracking.read(node),
                        Times.find(node, SINCE).orElse(null),
                        Bookmark.read(node));
            }
        }
        throw new Misfit("there is no stage.");
    }

    private static CountsCursor begin() {
        return new CountsCursor(Stage.CATALOGUE, new Tracking(), null, Bookmark.START);
    }

    String written() {
        ObjectNode node = Json.object().put(STAGE, stage.name().toLowerCase(Locale.ROOT));
        tracking.write(node);
        mark.write(node);
        if (since != null) {
            node.put(SINCE, since.toString());
        }
        return node.toString();
    }

    /** From when on counts are asked for; empty for all of them. */
    Optional<Instant> after() {
        return stage == Stage.CHANGED ? Optional.ofNullable(since) : Optional.empty();
    }

    /** Where to go on after a page of the catalogue. */
    CountsCursor afterCatalogue(Bookmark next) {
        return at(next.isStart() ? Stage.ALL : Stage.CATALOGUE, since, next);
    }

    /** Where to go on after a page of counts; empty at the end. Where none are, none change. */
    Optional<CountsCursor> afterCounts(List<StockCount> counts, Bookmark next) {
        Instant from = since == null ? newest(counts) : since;
        if (!next.isStart()) {
            return Optional.of(at(stage, from, next));
        }
        return stage == Stage.ALL && from != null
                ? Optional.of(at(Stage.CHANGED, from, Bookmark.START))
                : Optional.empty();
    }

    /** They are listed newest first: nothing that the walk has met is newer than the first page. */
    private static @Nullable Instant newest(List<StockCount> counts) {
        return counts.stream()
                .map(StockCount::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.minus(OVERLAP))
                .orElse(null);
    }

    private CountsCursor at(Stage to, @Nullable Instant from, Bookmark next) {
        return new CountsCursor(to, tracking, from, next);
    }
}
