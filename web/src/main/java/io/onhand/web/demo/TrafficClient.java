package io.onhand.web.demo;

import io.onhand.channels.SourceEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till's client of the API: sends events, and can look up what is on hand. */
class TrafficClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI api;
    private final String connection;
    private final JsonMapper json;

    TrafficClient(int port, String connection, JsonMapper json) {
        this.api = URI.create("http://127.0.0.1:" + port + "/api/v1/");
        this.connection = connection;
        this.json = json;
    }

    private record Batch(String connection, List<SourceEvent> events) {}

    /**
     * Sends events.
     *
     * @throws IOException when they were not taken
     */
    void send(List<SourceEvent> events) throws IOException, InterruptedException {
        var body = json.writeValueAsString(new Batch(connection, events));
        answer(
                request("source-events")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Whole units on hand at a location, by SKU. */
    Map<String, Integer> onHand(String location) throws IOException, InterruptedException {
        Map<String, Integer> units = new HashMap<>();
        String cursor = "";
        do {
            String page = "stock-levels?limit=200&location=" + location + cursor;
            JsonNode answer = answer(request(page));
            for (JsonNode level : answer.path("items")) {
                double onHand = Double.parseDouble(level.path("onHand").asString());
                units.put(level.path("sku").asString(), (int) onHand);
            }
            String next = answer.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + encoded(next);
        } while (!cursor.isEmpty());
        return units;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + DemoKey.TRAFFIC);
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
