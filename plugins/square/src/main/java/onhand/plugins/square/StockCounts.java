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
 * first: one that changes during the walk is not met any more, but a message tells of it.
 */
final class StockCounts {

    private static final String COUNTS = "/v2/inventory/counts/batch-retrieve";
    private static final int PAGE = 1_000;

    private final SquareApi square;

    StockCounts(SquareApi square) {
        this.square = square;
    }

    /** Where the walk is: in the catalogue or, after it, in the counts. */
    private record Cursor(boolean counting, Tracking tracking, Bookmark mark) {

        static Cursor read(@Nullable String text) {
            Optional<JsonNode> node = Optional.ofNullable(text).flatMap(Json::object);
            try {
                return node.map(Cursor::read).orElseGet(Cursor::begin);
            } catch (Misfit misfit) {
                return begin();
            }
        }

        private static Cursor read(JsonNode node) {
            return new Cursor(
                    node.path("counting").asBoolean(false),
                    Tracking.read(node),
                    Bookmark.read(node));
        }

        private static Cursor begin() {
            return new Cursor(false, new Tracking(), Bookmark.START);
        }

        String at(boolean counts, Bookmark next) {
            ObjectNode node = Json.object().put("counting", counts);
            tracking.write(node);
            next.write(node);
            return node.toString();
        }
    }

    Outcome<Page<Observation>> observe(@Nullable String text) {
        Cursor cursor = Cursor.read(text);
        return cursor.counting() ? counts(cursor) : catalogue(cursor);
    }

    private Outcome<Page<Observation>> catalogue(Cursor cursor) {
        Outcome<Bookmark.Step> outcome = new Catalogue(square).variations(cursor.mark());
        if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
            return Outcome.failed(outcome);
        }
        step.body().path("objects").forEach(cursor.tracking()::add);
        boolean last = step.next().isStart();
        return new Outcome.Ok<>(new Page<>(List.of(), cursor.at(last, step.next()), true));
    }

    private Outcome<Page<Observation>> counts(Cursor cursor) {
        ObjectNode question = Json.object().put("limit", PAGE);
        question.set("states", Json.list(List.of("IN_STOCK")));
        Outcome<Bookmark.Step> outcome =
                cursor.mark().step(page -> square.page(COUNTS, question, page));
        if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
            return Outcome.failed(outcome);
        }
        List<Observation> observations =
                all(step.body()).stream()
                        .filter(cursor.tracking()::counts)
                        .map(StockCount::observation)
                        .toList();
        boolean more = !step.next().isStart();
        return new Outcome.Ok<>(
                new Page<>(observations, more ? cursor.at(true, step.next()) : "", more));
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
