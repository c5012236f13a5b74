package onhand.plugins.square;

import io.onhand.plugin.Outcome;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a walk by Square's cursors is. A cursor belongs to its question and does not live for ever:
 * an invalid one lets the walk begin again (developer.squareup.com, "Pagination").
 *
 * @param page Square's cursor of the next page; empty at the beginning
 * @param again whether the walk has begun again already
 */
record Bookmark(String page, boolean again) {

    static final Bookmark START = new Bookmark("", false);

    /** Of a walk that cannot be walked now; seconds. */
    private static final long PAUSE = 60;

    /**
     * A page.
     *
     * @param body Square's answer
     * @param next where the next page is; {@link Bookmark#isStart} after the last
     * @param restarted whether this is the first page once more
     */
    record Step(JsonNode body, Bookmark next, boolean restarted) {}

    /** Of a field of a cursor of ours. */
    static Bookmark read(JsonNode cursor) {
        return new Bookmark(Json.text(cursor, "page"), cursor.path("again").asBoolean(false));
    }

    void write(ObjectNode cursor) {
        if (!page.isEmpty()) {
            cursor.put("page", page);
            cursor.put("again", again);
        }
    }

    boolean isStart() {
        return page.isEmpty();
    }

    /**
     * The next page.
     *
     * @param question asks for the page of a cursor; of none at the beginning
     */
    Outcome<Step> step(Function<String, Outcome<JsonNode>> question) {
        Outcome<JsonNode> outcome = question.apply(page);
        boolean invalid =
                !page.isEmpty()
                        && outcome instanceof Outcome.Fail<?> fail
                        && fail.code().equals("invalid-cursor");
        if (invalid && again) {
            return new Outcome.Retry<>(PAUSE);
        }
        if (invalid) {
            outcome = question.apply("");
        }
        return outcome instanceof Outcome.Ok<JsonNode>(var body)
                ? new Outcome.Ok<>(
                        new Step(
                                body,
                                new Bookmark(Json.text(body, "cursor"), again || invalid),
                                invalid))
                : Outcome.failed(outcome);
    }
}
