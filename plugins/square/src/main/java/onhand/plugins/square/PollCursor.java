package onhand.plugins.square;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where polling is: first it walks the orders of ten locations after the other, then what was typed
 * at the tills.
 *
 * @param orders up to when orders are known
 * @param changes up to when changes are known
 * @param typed whether the changes are walked now
 * @param place which ten locations are walked now
 * @param from the beginning of the walk in time, the same for all its pages
 * @param newest the time of the last change that this walk has seen
 * @param began our time when this walk began
 */
record PollCursor(
        Watermark orders,
        Watermark changes,
        boolean typed,
        int place,
        Instant from,
        Instant newest,
        Instant began,
        Bookmark mark) {

    private static final String CHANGES = "changes";
    private static final String ORDERS = "orders";

    /** Of a text of ours; the beginning for any other. */
    static PollCursor read(@Nullable String text, Instant now) {
        try {
            return text == null
                    ? begin(now)
                    : Json.object(text).map(PollCursor::read).orElseGet(() -> begin(now));
        } catch (Misfit misfit) {
            return begin(now);
        }
    }

    private static PollCursor begin(Instant now) {
        Watermark begin = Watermark.begin(now);
        return new PollCursor(
                begin, begin, false, 0, begin.from(now), begin.seen(), now, Bookmark.START);
    }

    private static PollCursor read(JsonNode cursor) {
        return new PollCursor(
                Watermark.read(cursor.path(ORDERS)),
                Watermark.read(cursor.path(CHANGES)),
                Json.text(cursor, "walk").equals(CHANGES),
                cursor.path("place").asInt(0),
                Times.of(cursor, "from"),
                Times.of(cursor, "newest"),
                Times.of(cursor, "began"),
                Bookmark.read(cursor));
    }

    String written() {
        ObjectNode cursor = Json.object();
        cursor.set(ORDERS, orders.written());
        cursor.set(CHANGES, changes.written());
        cursor.put("walk", typed ? CHANGES : ORDERS)
                .put("place", place)
                .put("from", from.toString())
                .put("newest", newest.toString())
                .put("began", began.toString());
        mark.write(cursor);
        return cursor.toString();
    }

    /** A walk that is beginning begins by the time of now, not of when the last one ended. */
    PollCursor resumed(Instant now) {
        boolean begins = !typed && place == 0 && mark.isStart();
        return begins
                ? new PollCursor(
                        orders,
                        changes,
                        false,
                        0,
                        orders.from(now),
                        orders.seen(),
                        now,
                        Bookmark.START)
                : this;
    }

    /** After a page that has another. */
    PollCursor next(Instant seen, Bookmark next) {
        return new PollCursor(orders, changes, typed, place, from, later(seen), began, next);
    }

    /** After the last page of ten locations, if others follow. */
    PollCursor nextPlace(Instant seen) {
        return new PollCursor(
                orders, changes, false, place + 1, from, later(seen), began, Bookmark.START);
    }

    /** After the orders: on to what was typed. */
    PollCursor afterOrders(Instant seen, Instant now) {
        return new PollCursor(
                orders.after(later(seen), began, now),
                changes,
                true,
                0,
                changes.from(now),
                changes.seen(),
                now,
                Bookmark.START);
    }

    /** After all: the next poll begins with the orders. */
    PollCursor afterChanges(Instant seen, Instant now) {
        return new PollCursor(
                orders,
                changes.after(later(seen), began, now),
                false,
                0,
                orders.from(now),
                orders.seen(),
                now,
                Bookmark.START);
    }

    private Instant later(Instant seen) {
        return seen.isAfter(newest) ? seen : newest;
    }
}
