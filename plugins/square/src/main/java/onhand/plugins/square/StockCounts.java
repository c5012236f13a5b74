package onhand.plugins.square;

import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All counts, after the catalogue was read for what is counted at all. Counts are listed newest
 * first: one that changes during the walk comes to its beginning and is not met any more, so that
 * at last those are asked for that changed since.
 */
final class StockCounts {

    private static final String COUNTS = "/v2/inventory/counts/batch-retrieve";
    private static final int PAGE = 1_000;

    private final SquareApi square;

    StockCounts(SquareApi square) {
        this.square = square;
    }

    Outcome<Page<Observation>> observe(@Nullable String text) {
        CountsCursor cursor = CountsCursor.read(text);
        return switch (cursor.stage()) {
            case CATALOGUE -> catalogue(cursor);
            case ALL, CHANGED -> counts(cursor);
        };
    }

    private Outcome<Page<Observation>> catalogue(CountsCursor cursor) {
        Outcome<Bookmark.Step> outcome = new Catalogue(square).variations(cursor.mark());
        if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
            return Outcome.failed(outcome);
        }
        step.body().path("objects").forEach(cursor.tracking()::add);
        return page(List.of(), Optional.of(cursor.afterCatalogue(step.next())));
    }

    private Outcome<Page<Observation>> counts(CountsCursor cursor) {
        ObjectNode question = Json.object().put("limit", PAGE);
        question.set("states", Json.list(List.of("IN_STOCK")));
        cursor.after().ifPresent(since -> question.put("updated_after", since.toString()));
        Outcome<Bookmark.Step> outcome =
                cursor.mark().step(page -> square.page(COUNTS, question, page));
        if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
            return Outcome.failed(outcome);
        }
        List<StockCount> counts = all(step.body());
        List<Observation> observations =
                counts.stream()
                        .filter(cursor.tracking()::counts)
                        .map(StockCount::observation)
                        .toList();
        return page(observations, cursor.afterCounts(counts, step.next()));
    }

    private static Outcome<Page<Observation>> page(
            List<Observation> observations, Optional<CountsCursor> next) {
        return new Outcome.Ok<>(
                new Page<>(
                        observations,
                        next.map(CountsCursor::written).orElse(""),
                        next.isPresent()));
    }

    /** The counts of an answer; one that cannot be read is no observation. */
    static List<StockCount> all(JsonNode answer) {
        return answer.path("counts")
                .valueStream()
                .flatMap(node -> readable(node).stream())
                .toList();
    }

    private static Optional<StockCount> readable(JsonNode node) {
        try {
            return StockCount.read(node);
        } catch (Misfit misfit) {
            return Optional.empty();
        }
    }
}
