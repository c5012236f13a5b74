package onhand.plugins.square.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP side: who asks, whether it has its shape, what goes wrong on purpose. */
final class Edge implements HttpHandler {

    private static final int BODY_BYTES_MAX = 1 << 20;

    /** Requests that are remembered. */
    private static final int ASKED_MAX = 100_000;

    private final Shapes shapes = Shapes.load();
    private final Map<String, Call> calls;
    private final Faults faults;
    private final RateLimit rate;
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Edge(Map<String, Call> calls, Faults faults, RateLimit rate) {
        this.calls = calls;
        this.faults = faults;
        this.rate = rate;
    }

    List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** Lets go of everybody who is left waiting. */
    void close() {
        closed.countDown();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            byte[] raw = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
            String query = exchange.getRequestURI().getRawQuery();
            String body =
                    exchange.getRequestMethod().equals("GET")
                            ? (query == null ? "" : query)
                            : new String(raw, StandardCharsets.UTF_8);
            Fault fault = faults.take(call);
            int status = 0;
            try {
                ObjectNode answer = answer(exchange, call, body, fault);
                if (fault instanceof Fault.SilenceAfterEffect(Duration hold)) {
                    hold(hold);
                } else {
                    status = 200;
                    send(exchange, call, status, answer);
                }
            } catch (Refused refused) {
                status = refused.status();
                Duration wait = refused.retryAfter();
                if (wait != null) {
                    exchange.getResponseHeaders()
                            .set("Retry-After", String.valueOf(wait.toSeconds()));
                }
                send(exchange, call, status, refused.body());
            } finally {
                remember(new Asked(call, body, status));
            }
        }
    }

    private ObjectNode answer(
            HttpExchange exchange, String call, String body, @Nullable Fault fault) {
        rate.take();
        faults.check(exchange.getRequestHeaders().getFirst("Authorization"));
        Call found = calls.get(call);
        if (found == null) {
            String path = call.substring(call.indexOf(' '));
            boolean known = calls.keySet().stream().anyMatch(other -> other.endsWith(path));
            throw known
                    ? Refused.request(405, "METHOD_NOT_ALLOWED", "", "Not by this method.")
                    : Refused.request(404, "NOT_FOUND", "", "There is nothing here.");
        }
        checkVersion(exchange.getRequestHeaders().getFirst("Square-Version"));
        Faults.before(fault);
        ObjectNode request = call.startsWith("GET ") ? query(body) : json(body);
        List<Misfit> misfits = shapes.ofRequest(call, request);
        if (!misfits.isEmpty()) {
            throw Refused.request(400, misfits);
        }
        ObjectNode answer = done(found, request);
        if (fault instanceof Fault.ErrorAfterEffect) {
            throw Refused.ours(500, "INTERNAL_SERVER_ERROR", "An internal error occurred.");
        }
        return answer;
    }

    private static ObjectNode done(Call call, ObjectNode request) {
        try {
            return call.answer(request);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            throw Refused.ours(500, "INTERNAL_SERVER_ERROR", String.valueOf(e.getMessage()));
        }
    }

    private static void checkVersion(@Nullable String version) {
        try {
            if (version != null) {
                LocalDate.parse(version);
                return;
            }
        } catch (DateTimeParseException e) {
            // refused below
        }
        throw Refused.request(
                400,
                "INVALID_SQUARE_VERSION_FORMAT",
                "Square-Version",
                "Expected a date such as 2025-08-20.");
    }

    private static ObjectNode json(String body) {
        if (body.length() > BODY_BYTES_MAX) {
            throw Refused.request(413, "REQUEST_ENTITY_TOO_LARGE", "", "Too large.");
        }
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // refused below
        }
        throw Refused.request(400, "EXPECTED_JSON_BODY", "", "Expected a JSON body.");
    }

    private static ObjectNode query(String query) {
        ObjectNode fields = Json.object();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void send(HttpExchange exchange, String call, int status, ObjectNode body)
            throws IOException {
        if (shapes.knows(call)) {
            List<Misfit> misfits = shapes.ofAnswer(call, status, body);
            if (!misfits.isEmpty()) {
                throw Refused.ours(
                        500, "INTERNAL_SERVER_ERROR", "Square never answers so: " + misfits);
            }
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void hold(Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(Asked request) {
        synchronized (asked) {
            asked.add(request);
            if (asked.size() > ASKED_MAX) {
                asked.removeFirst();
            }
        }
    }
}
