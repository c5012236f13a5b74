package onhand.plugins.square;

import io.onhand.plugin.Account;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.ReadItem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What no message may have told: one page of Square's for each call. */
final class Polling {

    private static final String SEARCH = "/v2/orders/search";

    /** Square's limit of locations of one search. */
    private static final int LOCATIONS_MAX = 10;

    /** Orders of a page; fewer where those are too large for an answer. */
    private static final List<Integer> ORDERS_PAGES = List.of(100, 10, 1);

    private static final String TOO_LARGE = "answer-too-large";

    private final SquareApi square;
    private final StockChanges changes;
    private final Instant now;

    Polling(SquareApi square, StockChanges changes, Instant now) {
        this.square = square;
        this.changes = changes;
        this.now = now;
    }

    Outcome<Page<ReadItem>> poll(@Nullable String text) {
        PollCursor cursor = PollCursor.read(text, now).resumed(now);
        return cursor.typed() ? typed(cursor) : orders(cursor);
    }

    private Outcome<Page<ReadItem>> orders(PollCursor cursor) {
        Outcome<Account> outcome = new Locations(square).account();
        if (!(outcome instanceof Outcome.Ok<Account>(var account))) {
            return Outcome.failed(outcome);
        }
        // a place that is closed may still tell of refunds
        List<String> all = account.places().stream().map(Account.Place::external).sorted().toList();
        int first = cursor.place() * LOCATIONS_MAX;
        if (first >= all.size()) {
            return typed(cursor.afterOrders(cursor.newest(), now));
        }
        int end = Math.min(all.size(), first + LOCATIONS_MAX);
        return orders(cursor, all.subList(first, end), end < all.size());
    }

    private Outcome<Page<ReadItem>> orders(
            PollCursor cursor, List<String> locations, boolean others) {
        Outcome<Bookmark.Step> outcome =
                cursor.mark().step(page -> search(question(locations, cursor.from()), page));
        if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
            return Outcome.failed(outcome);
        }
        JsonNode orders = step.body().path("orders");
        Instant newest = newest(orders.valueStream().map(Polling::updatedAt));
        PollCursor next =
                !step.next().isStart()
                        ? cursor.next(newest, step.next())
                        : others ? cursor.nextPlace(newest) : cursor.afterOrders(newest, now);
        return new Outcome.Ok<>(
                new Page<>(told(orders.valueStream().map(Order::read)), next.written(), true));
    }

    private Outcome<JsonNode> search(ObjectNode question, String page) {
        Outcome<JsonNode> outcome = new Outcome.Retry<>(0);
        for (int orders : ORDERS_PAGES) {
            outcome = square.page(SEARCH, question.put("limit", orders), page);
            if (!(outcome instanceof Outcome.Fail<JsonNode>(var code, _))
                    || !code.equals(TOO_LARGE)) {
                return outcome;
            }
        }
        return outcome;
    }

    private static ObjectNode question(List<String> locations, Instant from) {
        ObjectNode question = Json.object();
        question.set("location_ids", Json.list(locations));
        ObjectNode query = question.putObject("query");
        query.putObject("filter")
                .putObject("date_time_filter")
                .putObject("updated_at")
                .put("start_at", from.toString());
        query.putObject("sort").put("sort_field", "UPDATED_AT").put("sort_order", "ASC");
        return question;
    }

    private Outcome<Page<ReadItem>> typed(PollCursor cursor) {
        Outcome<Bookmark.Step> outcome = changes.page(cursor.from(), cursor.mark());
        if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
            return Outcome.failed(outcome);
        }
        List<TillChange> page = TillChange.all(step.body());
        Instant newest = newest(page.stream().map(TillChange::recordedAt));
        boolean more = !step.next().isStart();
        PollCursor next =
                more ? cursor.next(newest, step.next()) : cursor.afterChanges(newest, now);
        // the orders that caused the others were told before
        Stream<ReadItem> items =
                page.stream().filter(change -> change.order().isEmpty()).map(changes::read);
        return new Outcome.Ok<>(new Page<>(told(items), next.written(), more));
    }

    /** Nobody waits for an answer about what moves nothing. */
    private static List<ReadItem> told(Stream<ReadItem> items) {
        return items.filter(item -> !(item instanceof ReadItem.Nothing)).toList();
    }

    private static Instant updatedAt(JsonNode order) {
        return Times.find(order, "updated_at").orElse(Instant.EPOCH);
    }

    private static Instant newest(Stream<Instant> times) {
        return times.max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
