package onhand.plugins.square;

import io.onhand.plugin.Outcome;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What Square answered to a call that it understood, whether it did it or not.
 *
 * @param done whether it did
 * @param body of it
 */
record Reply(boolean done, JsonNode body) {

    private static final int DETAIL_MAX = 300;

    /**
     * One reason why it did not.
     *
     * @param code Square's word, such as {@code INVALID_CURSOR}
     * @param field of the request; empty for none
     * @param detail Square's sentence
     */
    record Problem(String code, String field, String detail) {}

    List<Problem> problems() {
        return body.path("errors")
                .valueStream()
                .map(
                        error ->
                                new Problem(
                                        Json.shown(Json.text(error, "code"), DETAIL_MAX),
                                        Json.text(error, "field"),
                                        Json.shown(Json.text(error, "detail"), DETAIL_MAX)))
                .toList();
    }

    boolean has(String code) {
        return problems().stream().anyMatch(problem -> problem.code().equals(code));
    }

    /** The body, or why there is none. */
    Outcome<JsonNode> body(String call) {
        return done ? new Outcome.Ok<>(body) : refused(call);
    }

    /** That Square refuses, by the code of its first reason in our spelling. */
    <T> Outcome<T> refused(String call) {
        Problem first =
                problems().stream().findFirst().orElse(new Problem("REFUSED", "", "No reason."));
        return new Outcome.Fail<>(
                first.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                "Square refuses " + call + ": " + first.detail());
    }
}
