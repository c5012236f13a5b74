package onhand.plugins.square;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The history of shelves. Square lists it by when things happened, and restricts it by when it
 * learned of them.
 */
final class StockChanges {

    private static final String HISTORY = "/v2/inventory/changes/batch-retrieve";

    /** Square's limit of one page. */
    private static final int PAGE = 1_000;

    /** Pages of one call: a call has 10 seconds. */
    private static final int PAGES_MAX = 5;

    /** By how much a count may be calculated later than the change that it tells was recorded. */
    private static final Duration LATENESS = Duration.ofSeconds(30);

    private final SquareApi square;
    private final String application;

    /**
     * @param application ours
     */
    StockChanges(SquareApi square, String application) {
        this.square = square;
        this.application = application;
    }

    /** A shelf that is asked for. */
    private record Asked(DocumentKey key, Shelf shelf, @Nullable Instant since) {

        static Asked of(DocumentKey key) {
            String since = key.since();
            return new Asked(
                    key,
                    Shelf.of(key.id()).orElseThrow(),
                    since == null ? null : Instant.parse(since));
        }
    }

    /**
     * What happened on shelves, all of them in one walk.
     *
     * @param keys of shelves
     */
    Outcome<List<Fetched>> fetch(List<DocumentKey> keys) {
        List<Asked> asked = keys.stream().map(Asked::of).toList();
        ObjectNode question = question();
        question.set("catalog_object_ids", ids(asked.stream().map(one -> one.shelf().item())));
        question.set("location_ids", ids(asked.stream().map(one -> one.shelf().location())));
        earliest(asked)
                .ifPresent(
                        since -> question.put("updated_after", since.minus(LATENESS).toString()));
        Outcome<List<TillChange>> outcome = walk(question);
        return outcome instanceof Outcome.Ok<List<TillChange>>(var changes)
                ? new Outcome.Ok<>(
                        asked.stream()
                                .<Fetched>map(
                                        one -> new Fetched.Found(one.key(), told(one, changes)))
                                .toList())
                : Outcome.failed(outcome);
    }

    /** The shape of all questions for history. */
    static ObjectNode question() {
        ObjectNode question = Json.object();
        question.set("types", Json.list(List.of("PHYSICAL_COUNT", "ADJUSTMENT")));
        return question.put("limit", PAGE);
    }

    private static JsonNode ids(Stream<String> ids) {
        return Json.list(ids.distinct().sorted().toList());
    }

    /** Nothing if all of a shelf's history is asked for. */
    private static Optional<Instant> earliest(List<Asked> asked) {
        return asked.stream().allMatch(one -> one.since() != null)
                ? asked.stream()
                        .map(Asked::since)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** An invalid cursor lets the walk begin again, once. */
    private Outcome<List<TillChange>> walk(ObjectNode question) {
        Outcome<List<TillChange>> first = pages(question);
        return first instanceof Outcome.Fail<?> fail && fail.code().equals("invalid-cursor")
                ? pages(question)
                : first;
    }

    private Outcome<List<TillChange>> pages(ObjectNode question) {
        List<TillChange> all = new ArrayList<>();
        ObjectNode next = question.deepCopy();
        for (int page = 0; page < PAGES_MAX; page++) {
            Outcome<JsonNode> outcome = square.post(HISTORY, next);
            if (!(outcome instanceof Outcome.Ok<JsonNode>(var answer))) {
                return Outcome.failed(outcome);
            }
            answer.path("changes").forEach(node -> TillChange.of(node).ifPresent(all::add));
            String cursor = Json.text(answer, "cursor");
            if (cursor.isEmpty()) {
                break;
            }
            next.put("cursor", cursor);
        }
        // a longer history than this is told by polling, page by page
        return new Outcome.Ok<>(all);
    }

    /** What was typed on a shelf, and the orders of which Square spoke. */
    private List<ReadItem> told(Asked asked, List<TillChange> changes) {
        List<ReadItem> items = new ArrayList<>();
        List<TillChange> ordered = new ArrayList<>();
        for (TillChange change : changes) {
            if (!change.shelf().equals(asked.shelf())) {
                continue;
            }
            if (change.order().isPresent()) {
                ordered.add(change);
            } else {
                items.add(change.read(application));
            }
        }
        orders(asked, ordered).stream().distinct().map(Orders::hint).forEach(items::add);
        return items;
    }

    /**
     * The orders whose messages may have been lost: the one that changed the shelf last, and all
     * from when it is asked for. Earlier ones were asked for when earlier counts were told.
     */
    private static List<String> orders(Asked asked, List<TillChange> ordered) {
        Instant last =
                ordered.stream()
                        .map(TillChange::recordedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        Instant since = asked.since();
        Instant from = since == null || since.isAfter(last) ? last : since;
        return ordered.stream()
                .filter(change -> !change.recordedAt().isBefore(from))
                .flatMap(change -> change.order().stream())
                .toList();
    }
}
