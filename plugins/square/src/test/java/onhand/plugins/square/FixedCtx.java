package onhand.plugins.square;

import io.onhand.plugin.Ctx;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Outcome;
import java.util.Map;

/** Whatever is asked, this is the answer. */
record FixedCtx(HttpAnswer answer) implements Ctx {

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
        return new Outcome.Ok<>(answer);
    }
}
