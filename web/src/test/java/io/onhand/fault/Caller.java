package io.onhand.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one of two programs, and the other when that one is gone or says that it cannot now. What a
 * client must never see is kept.
 */
final class Caller {

    private static final String KEY = "oh_demo_leaf_owner";
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(40);

    /** A thousand connect at once: what the queue of one that listens drops is sent again. */
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(20);

    private static final Duration GIVE_UP = Duration.ofMinutes(4);
    private static final long PAUSE_MS = 100;

    private final List<Program> programs;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_WAIT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final List<String> forbidden = Collections.synchronizedList(new ArrayList<>());

    Caller(List<Program> programs) {
        this.programs = programs;
    }

    JsonNode get(String path) throws InterruptedException {
        return ask("GET", path, "");
    }

    void put(String path, Object body) throws InterruptedException {
        ask("PUT", path, json.writeValueAsString(body));
    }

    /** All items of a list; the path has a question mark already. */
    List<JsonNode> all(String path) throws InterruptedException {
        var items = new ArrayList<JsonNode>();
        JsonNode page = get(path);
        while (true) {
            page.get("items").forEach(items::add);
            if (page.get("nextCursor").isNull()) {
                return items;
            }
            page = get(path + "&cursor=" + page.get("nextCursor").asString());
        }
    }

    JsonNode post(String path, Object body) throws InterruptedException {
        return ask("POST", path, json.writeValueAsString(body));
    }

    /**
     * Asks one program under a key of its own, again under the same key when it cannot now or is
     * not reached; 409 is an answer, too.
     */
    HttpResponse<String> demand(Program program, String path, Object body)
            throws IOException, InterruptedException {
        var request =
                request(program, "POST", path, json.writeValueAsString(body))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build();
        long end = System.nanoTime() + GIVE_UP.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503) {
                    return answer;
                }
                refuse("POST " + path, answer);
            } catch (IOException e) {
                broken.incrementAndGet();
            }
            Thread.sleep(PAUSE_MS);
        }
        throw new IllegalStateException("no answer to POST " + path);
    }

    /** Asks until there is an answer; what was asked must be safe to repeat. */
    private JsonNode ask(String method, String path, String body) throws InterruptedException {
        long end = System.nanoTime() + GIVE_UP.toNanos();
        int at = turn.getAndIncrement();
        while (System.nanoTime() < end) {
            Program program = programs.get(Math.floorMod(at++, programs.size()));
            try {
                HttpResponse<String> answer =
                        http.send(
                                request(program, method, path, body).build(),
                                HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
                }
                refuse(method + " " + path, answer);
            } catch (IOException e) {
                broken.incrementAndGet();
            }
            Thread.sleep(PAUSE_MS);
        }
        throw new IllegalStateException("no answer to " + method + " " + path);
    }

    private HttpRequest.Builder request(Program program, String method, String path, String body)
            throws IOException {
        return HttpRequest.newBuilder(URI.create(program.url() + path))
                .timeout(ANSWER_WAIT)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private void refuse(String what, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 503 || status == 429) {
            unavailable.incrementAndGet();
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                forbidden.add(status + " without Retry-After to " + what);
            }
            return;
        }
        forbidden.add(status + " to " + what + ": " + answer.body());
        if (status < 500) {
            throw new IllegalStateException(status + " to " + what + ": " + answer.body());
        }
    }

    /** Answers that nobody may see: any 5xx but 503. */
    List<String> forbidden() {
        return List.copyOf(forbidden);
    }

    /** How often a client had to ask again. */
    String trouble() {
        return broken + " broken connections, " + unavailable + " times 503 or 429";
    }
}
