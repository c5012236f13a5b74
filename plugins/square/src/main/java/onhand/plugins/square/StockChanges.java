package onhand.plugins.square;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        Outcome<List<TillChange>> outcome = walk(question, asked.size() == 1);
        return outcome instanceof Outcome.Ok<List<TillChange>>(var changes)
                ? new Outcome.Ok<>(
                        asked.stream()
                                .<Fetched>map(
                                        one -> new Fetched.Found(one.key(), told(one, changes)))
                                .toList())
                : Outcome.failed(outcome);
    }

    /** The shape of all questions for history. */
    private static ObjectNode question() {
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

    private Outcome<List<TillChange>> walk(ObjectNode question, boolean alone) {
        List<TillChange> all = new ArrayList<>();
        Bookmark mark = Bookmark.START;
        for (int page = 0; page < PAGES_MAX; page++) {
            Outcome<Bookmark.Step> outcome =
                    mark.step(cursor -> square.page(HISTORY, question, cursor));
            if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
                return Outcome.failed(outcome);
            }
            if (step.restarted()) {
                all.clear();
            }
            all.addAll(TillChange.all(step.body()));
            mark = step.next();
            if (mark.isStart()) {
                return new Outcome.Ok<>(all);
            }
        }
        // a shelf alone with a longer history than this is told by polling, page by page
        return alone
                ? new Outcome.Ok<>(all)
                : new Outcome.Fail<>("history-too-long", "These shelves have a long history.");
    }

    /**
     * One page of the history of all shelves.
     *
     * @param after when Square learned of the changes
     */
    Outcome<Bookmark.Step> page(Instant after, Bookmark mark) {
        ObjectNode question = question().put("updated_after", after.toString());
        return mark.step(cursor -> square.page(HISTORY, question, cursor));
    }

    /** What a change tells. */
    ReadItem read(TillChange change) {
        return change.read(application);
    }

    /**
     * What was typed on a shelf, and the orders and echoes of which Square spoke: the last change,
     * and all from when the shelf is asked for. Of earlier ones it spoke before.
     */
    private List<ReadItem> told(Asked asked, List<TillChange> all) {
        List<TillChange> own =
                all.stream().filter(change -> change.shelf().equals(asked.shelf())).toList();
        Instant from = spokenOf(asked, own);
        List<ReadItem> items = new ArrayList<>();
        Set<String> orders = new LinkedHashSet<>();
        for (TillChange change : own) {
            boolean spokenOf = !change.recordedAt().isBefore(from);
            if (change.order().isPresent()) {
                change.order().filter(_ -> spokenOf).ifPresent(orders::add);
            } else {
                add(read(change), spokenOf, items);
            }
        }
        orders.stream().map(Orders::hint).forEach(items::add);
        return items;
    }

    private static Instant spokenOf(Asked asked, List<TillChange> own) {
        Instant last =
                own.stream()
                        .map(TillChange::recordedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
        Instant since = asked.since();
        return since == null || since.isAfter(last) ? last : since;
    }

    private static void add(ReadItem item, boolean spokenOf, List<ReadItem> items) {
        switch (item) {
            case ReadItem.Nothing _ -> {}
            case ReadItem.Echo echo when !spokenOf -> {}
            default -> items.add(item);
        }
    }
}
