package onhand.plugins.square;

import io.onhand.plugin.Ctx;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Answers in the order in which they were written down. */
final class ScriptedCtx implements Ctx {

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
        return new Outcome.Ok<>(answers.remove());
    }
}
