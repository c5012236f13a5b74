package onhand.plugins.square.standin;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request is answered with errors, in Square's form. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String category;
    private final transient List<Misfit> errors;
    private final @Nullable Duration retryAfter;

    private Refused(
            int status, String category, List<Misfit> errors, @Nullable Duration retryAfter) {
        super(errors.toString(), null, false, false);
        this.status = status;
        this.category = category;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** Something is wrong with the request. */
    static Refused request(int status, String code, String field, String detail) {
        return request(status, List.of(new Misfit(field, code, detail)));
    }

    static Refused request(int status, List<Misfit> errors) {
        return new Refused(status, "INVALID_REQUEST_ERROR", errors, null);
    }

    static Refused token(String code, String detail) {
        return new Refused(
                401, "AUTHENTICATION_ERROR", List.of(new Misfit("", code, detail)), null);
    }

    static Refused rate(@Nullable Duration retryAfter) {
        var error = new Misfit("", "RATE_LIMITED", "Too many requests.");
        return new Refused(429, "RATE_LIMIT_ERROR", List.of(error), retryAfter);
    }

    static Refused ours(int status, String code, String detail) {
        return new Refused(status, "API_ERROR", List.of(new Misfit("", code, detail)), null);
    }

    int status() {
        return status;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    ObjectNode body() {
        ArrayNode list = Json.array();
        for (Misfit error : errors) {
            ObjectNode node =
                    Json.object()
                            .put("category", category)
                            .put("code", error.code())
                            .put("detail", error.detail());
            if (!error.field().isEmpty()) {
                node.put("field", error.field());
            }
            list.add(node);
        }
        ObjectNode body = Json.object();
        body.set("errors", list);
        return body;
    }
}
