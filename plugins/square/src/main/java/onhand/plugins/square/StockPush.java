package onhand.plugins.square;

import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Push;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugin.PushAnswer.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells Square what changed here. The body of a push is the same in every attempt, and so is its
 * key: whatever became of an earlier attempt, Square does it once.
 */
final class StockPush {

    private static final String CREATE = "/v2/inventory/changes/batch-create";

    /** Names the change of the request that an error is about. */
    private static final Pattern FIELD = Pattern.compile("changes\\[([0-9]{1,4})](?:\\..*)?");

    private final SquareApi square;

    StockPush(SquareApi square) {
        this.square = square;
    }

    Outcome<PushAnswer> push(Push push) {
        Instant tried = Instant.parse(push.firstTriedAt());
        List<ChangeToMake> all =
                push.changes().stream().map(change -> ChangeToMake.of(change, tried)).toList();
        List<Refusal> refusals = all.stream().flatMap(one -> one.refusal().stream()).toList();
        if (!refusals.isEmpty()) {
            return new Outcome.Ok<>(new PushAnswer.Refused(refusals));
        }
        List<ChangeToMake> moving =
                all.stream()
                        .filter(one -> !one.isNothing() && all.stream().noneMatch(one::isPartOf))
                        .toList();
        return moving.isEmpty()
                ? new Outcome.Ok<>(new PushAnswer.Applied(List.of()))
                : told(push.key(), moving);
    }

    private Outcome<PushAnswer> told(String key, List<ChangeToMake> changes) {
        Outcome<Reply> outcome = square.ask("POST", CREATE, body(key, changes));
        if (!(outcome instanceof Outcome.Ok<Reply>(var reply))) {
            return Outcome.failed(outcome);
        }
        if (reply.done()) {
            return new Outcome.Ok<>(new PushAnswer.Applied(stock(reply.body())));
        }
        List<Refusal> refusals = refusals(reply, changes);
        return refusals.isEmpty()
                ? reply.refused("POST " + CREATE)
                : new Outcome.Ok<>(new PushAnswer.Refused(refusals));
    }

    /**
     * A count that finds what is there is written, too: what was sold before it and is told later
     * must not change it.
     */
    private static ObjectNode body(String key, List<ChangeToMake> changes) {
        ObjectNode body =
                Json.object().put("idempotency_key", key).put("ignore_unchanged_counts", false);
        ArrayNode list = body.putArray("changes");
        changes.forEach(change -> list.add(change.written()));
        return body;
    }

    private static List<Observation> stock(JsonNode answer) {
        return StockCounts.all(answer).stream().map(StockCount::observation).toList();
    }

    private static List<Refusal> refusals(Reply reply, List<ChangeToMake> changes) {
        Map<Integer, Refusal> refusals = new TreeMap<>();
        for (Reply.Problem problem : reply.problems()) {
            Matcher field = FIELD.matcher(problem.field());
            int at = field.matches() ? Integer.parseInt(field.group(1)) : Integer.MAX_VALUE;
            if (at < changes.size()) {
                ChangeToMake change = changes.get(at);
                refusals.putIfAbsent(at, refusal(change, problem));
            }
        }
        return List.copyOf(refusals.values());
    }

    private static Refusal refusal(ChangeToMake change, Reply.Problem problem) {
        return new Refusal(change.change().key(), code(problem), problem.detail());
    }

    private static String code(Reply.Problem problem) {
        String field = problem.field().substring(problem.field().lastIndexOf('.') + 1);
        return switch (field) {
            case "catalog_object_id" -> "unknown-item";
            case "location_id" -> "unknown-location";
            case "occurred_at" -> "bad-time";
            case "quantity" -> "bad-quantity";
            default -> "other";
        };
    }
}
