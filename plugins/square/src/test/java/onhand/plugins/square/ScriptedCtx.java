package onhand.plugins.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Ctx;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Log;
import io.onhand.plugin.Outcome;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import onhand.plugins.square.standin.Shapes;

/**
 * Answers in the order in which they were written down. What it says in Square's place has Square's
 * form; what is no JSON is not said in Square's place.
 */
final class ScriptedCtx implements Ctx {

    private static final Shapes SHAPES = Shapes.load();
    private static final int OK = 200;

    final LinesKept log = new LinesKept();
    final List<String> asked = new ArrayList<>();
    private final Deque<HttpAnswer> answers = new ArrayDeque<>();

    ScriptedCtx then(int status, String body) {
        answers.add(new HttpAnswer(status, Map.of(), body));
        return this;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public String now() {
        return "2026-11-20T10:01:00Z";
    }

    @Override
    public Outcome<HttpAnswer> http(HttpCall call) {
        asked.add(String.valueOf(call.body()));
        HttpAnswer answer = answers.remove();
        if (answer.status() == OK) {
            String path = URI.create(call.url()).getPath();
            Json.object(answer.body())
                    .ifPresent(
                            body ->
                                    assertThat(
                                                    SHAPES.ofAnswer(
                                                            call.method() + " " + path, OK, body))
                                            .isEmpty());
        }
        return new Outcome.Ok<>(answer);
    }

    @Override
    public Log log() {
        return log;
    }
}
