package onhand.plugins.square;

import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue: at first all of it, by the list, later what changed, by the search, which alone
 * shows what was deleted. Both are walked twice, for variations and then for items, because only an
 * item has a name that people know.
 */
final class Catalogue {

    private static final String LIST = "/v2/catalog/list";
    private static final String SEARCH = "/v2/catalog/search";

    /** An item may hold 250 variations, and an answer 5 MiB. */
    private static final int CHANGED_PAGE = 100;

    private static final int VARIATIONS_PAGE = 1_000;

    private final SquareApi square;

    Catalogue(SquareApi square) {
        this.square = square;
    }

    Outcome<Page<CatalogueItem>> page(@Nullable String text, Instant now) {
        CatalogueCursor cursor = CatalogueCursor.read(text, now);
        Outcome<Bookmark.Step> outcome = cursor.mark().step(page -> question(cursor, page));
        if (!(outcome instanceof Outcome.Ok<Bookmark.Step>(var step))) {
            return Outcome.failed(outcome);
        }
        JsonNode objects = step.body().path("objects");
        CatalogueCursor next = cursor.after(step);
        List<CatalogueItem> items = objects.valueStream().flatMap(CatalogueObject::items).toList();
        return new Outcome.Ok<>(
                new Page<>(items, next.written(), !step.next().isStart() || !cursor.items()));
    }

    /** One page of all variations that are for sale. */
    Outcome<Bookmark.Step> variations(Bookmark mark) {
        ObjectNode question = Json.object().put("limit", VARIATIONS_PAGE);
        question.set("object_types", Json.list(List.of("ITEM_VARIATION")));
        return mark.step(page -> square.page(SEARCH, question, page));
    }

    private Outcome<JsonNode> question(CatalogueCursor cursor, String page) {
        String type = cursor.items() ? "ITEM" : "ITEM_VARIATION";
        Instant begin = cursor.begin();
        if (!cursor.listed()) {
            String query = "?types=" + type + (page.isEmpty() ? "" : "&cursor=" + encoded(page));
            return square.get(LIST + query);
        }
        ObjectNode question =
                Json.object().put("limit", CHANGED_PAGE).put("include_deleted_objects", true);
        question.set("object_types", Json.list(List.of(type)));
        if (begin != null) {
            question.put("begin_time", begin.toString());
        }
        return square.page(SEARCH, question, page);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
