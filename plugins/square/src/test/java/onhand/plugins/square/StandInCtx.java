package onhand.plugins.square;

import io.onhand.plugin.Ctx;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Log;
import io.onhand.plugin.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What Onhand's broker does, in small: another host, the secret, a time after which it gives up.
 */
final class StandInCtx implements Ctx, AutoCloseable {

    private static final String SQUARE = "https://connect.squareup.com";
    private static final String SECRET = "Bearer ${secret:accessToken}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI standIn;
    private final InstantSource clock;
    private final String token;
    final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    final Map<String, String> settings = new HashMap<>();
    final LinesKept log = new LinesKept();
    Duration patience = Duration.ofSeconds(10);

    StandInCtx(URI standIn, InstantSource clock, String token) {
        this.standIn = standIn;
        this.clock = clock;
        this.token = token;
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public String now() {
        return clock.instant().toString();
    }

    @Override
    public Outcome<HttpAnswer> http(HttpCall call) {
        calls.add(call);
        if (!call.url().startsWith(SQUARE + "/") || !call.headers().containsValue(SECRET)) {
            return new Outcome.Fail<>("not-allowed", "Not a call to Square.");
        }
        try {
            return new Outcome.Ok<>(
                    answer(http.send(request(call), HttpResponse.BodyHandlers.ofString())));
        } catch (IOException e) {
            return new Outcome.Retry<>(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry<>(0);
        }
    }

    @Override
    public Log log() {
        return log;
    }

    private HttpRequest request(HttpCall call) {
        String body = call.body();
        var request =
                HttpRequest.newBuilder(URI.create(standIn + call.url().substring(SQUARE.length())))
                        .timeout(patience)
                        .method(
                                call.method(),
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        call.headers()
                .forEach(
                        (name, value) ->
                                request.header(
                                        name, value.equals(SECRET) ? "Bearer " + token : value));
        return request.build();
    }

    private static HttpAnswer answer(HttpResponse<String> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(lower(name), values.getFirst()));
        return new HttpAnswer(response.statusCode(), headers, response.body());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        http.close();
    }
}
