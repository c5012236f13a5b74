package onhand.plugins.square;

import io.onhand.plugin.Ctx;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks Square. What its answers mean is of developer.squareup.com, "Handling errors": a token that
 * has expired is refreshed, one that was revoked needs a person; 408, 429 and 5xx may go well
 * later, all else will not.
 */
final class SquareApi {

    static final String HOST = "connect.squareup.com";

    /** The version of the API that is spoken, of {@code square/connect-api-specification}. */
    static final String VERSION = "2025-08-20";

    private static final int OK = 200;
    private static final int REDIRECTION = 300;
    private static final int REFUSED = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Authorization", "Bearer ${secret:accessToken}",
                    "Square-Version", VERSION,
                    "Content-Type", "application/json",
                    "Accept", "application/json");

    private final Ctx ctx;

    SquareApi(Ctx ctx) {
        this.ctx = ctx;
    }

    /** The body of the answer. */
    Outcome<JsonNode> get(String path) {
        return body("GET " + path, ask("GET", path, null));
    }

    /** The body of the answer. */
    Outcome<JsonNode> post(String path, ObjectNode body) {
        return body("POST " + path, ask("POST", path, body));
    }

    /** The body of the answer to a question for a page; of the first if the cursor is empty. */
    Outcome<JsonNode> page(String path, ObjectNode question, String cursor) {
        return post(path, cursor.isEmpty() ? question : question.deepCopy().put("cursor", cursor));
    }

    /** The answer, also where it says what is wrong with the request. */
    Outcome<Reply> ask(String method, String path, @Nullable ObjectNode body) {
        Outcome<HttpAnswer> outcome =
                ctx.http(
                        new HttpCall(
                                method,
                                "https://" + HOST + path,
                                HEADERS,
                                body == null ? null : body.toString()));
        return outcome instanceof Outcome.Ok<HttpAnswer>(var answer)
                ? reply(method + " " + path, answer)
                : Outcome.failed(outcome);
    }

    private static Outcome<JsonNode> body(String call, Outcome<Reply> outcome) {
        return outcome instanceof Outcome.Ok<Reply>(var reply)
                ? reply.body(call)
                : Outcome.failed(outcome);
    }

    private Outcome<Reply> reply(String call, HttpAnswer answer) {
        int status = answer.status();
        if (status == TIMEOUT || status == TOO_MANY || status >= BROKEN) {
            return new Outcome.Retry<>(RetryAfter.seconds(answer, ctx.now()));
        }
        if (status < OK || (status >= REDIRECTION && status < REFUSED)) {
            return new Outcome.Fail<>(
                    "unexpected-answer", "Square answers with status " + status + ".");
        }
        boolean done = status < REDIRECTION;
        var read = Json.object(answer.body());
        if (done && read.isEmpty()) {
            // a page of a proxy's, perhaps: nothing is known of what was done
            ctx.log().warn("What answers %s with status %d is not Square.".formatted(call, status));
            return new Outcome.Retry<>(RetryAfter.seconds(answer, ctx.now()));
        }
        var reply = new Reply(done, read.orElseGet(Json::object));
        return status == UNAUTHORIZED || status == FORBIDDEN
                ? new Outcome.Reauthorise<>(reply.has("ACCESS_TOKEN_EXPIRED"))
                : new Outcome.Ok<>(reply);
    }
}
