package onhand.plugins.square;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where reading the catalogue is.
 *
 * @param listed whether all of it was listed once
 * @param items whether the items are walked now, after the variations
 * @param begin from when on changes are asked for, by Square's clock; null for all
 * @param end of when the walk's first answer is; null where it did not say
 * @param newest the last change that the walk has seen; null for none
 * @param mark where the walk is
 */
record CatalogueCursor(
        boolean listed,
        boolean items,
        @Nullable Instant begin,
        @Nullable Instant end,
        @Nullable Instant newest,
        Bookmark mark) {

    /** A list does not say when it is of: our clock does, with so much room for its mistakes. */
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);

    static CatalogueCursor read(@Nullable String text, Instant now) {
        return Optional.ofNullable(text)
                .flatMap(Json::object)
                .map(CatalogueCursor::read)
                .orElseGet(() -> begin(now));
    }

    private static CatalogueCursor begin(Instant now) {
        Instant end = now.minus(CLOCK_ERROR);
        return new CatalogueCursor(false, false, null, end, null, Bookmark.START);
    }

    private static CatalogueCursor read(JsonNode node) {
        return new CatalogueCursor(
                node.path("listed").asBoolean(false),
                node.path("items").asBoolean(false),
                Times.find(node, "begin").orElse(null),
                Times.find(node, "end").orElse(null),
                Times.find(node, "newest").orElse(null),
                Bookmark.read(node));
    }

    String written() {
        ObjectNode node = Json.object().put("listed", listed).put("items", items);
        write(node, "begin", begin);
        write(node, "end", end);
        write(node, "newest", newest);
        mark.write(node);
        return node.toString();
    }

    private static void write(ObjectNode node, String field, @Nullable Instant time) {
        if (time != null) {
            node.put(field, time.toString());
        }
    }

    /** After a page. */
    CatalogueCursor after(Bookmark.Step step) {
        Instant of = end == null ? Times.find(step.body(), "latest_time").orElse(null) : end;
        Instant seen = seen(step.body().path("objects"));
        if (!step.next().isStart()) {
            return new CatalogueCursor(listed, items, begin, of, seen, step.next());
        }
        return items
                ? new CatalogueCursor(true, false, next(of, seen), null, null, Bookmark.START)
                : new CatalogueCursor(listed, true, begin, of, seen, Bookmark.START);
    }

    private @Nullable Instant seen(JsonNode objects) {
        Instant last = newest;
        for (JsonNode object : objects) {
            Instant changed = Times.find(object, "updated_at").orElse(Instant.EPOCH);
            last = last == null || changed.isAfter(last) ? changed : last;
        }
        return last;
    }

    /** What changed during the walk is asked for once more. */
    private @Nullable Instant next(@Nullable Instant of, @Nullable Instant seen) {
        if (seen == null) {
            return begin;
        }
        return of == null || seen.isBefore(of) ? seen : of;
    }
}
