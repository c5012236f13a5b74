package onhand.plugins.square.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A subscriber that keeps the webhooks it takes and refuses as many as it is told to. */
final class Listener implements AutoCloseable {

    static final String KEY = "demo-square-signature-key";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 50;

    /** One webhook; its signature was good if it is here. */
    record Heard(JsonNode body, Map<String, List<String>> headers) {

        String type() {
            return body.path("type").stringValue();
        }

        String event() {
            return body.path("event_id").stringValue();
        }
    }

    private final HttpServer server;
    private final List<Heard> heard = new ArrayList<>();
    private final Shapes shapes = Shapes.load();
    private int refusals;

    Listener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/demo-square-leaf";
    }

    synchronized void refuse(int times) {
        refusals = times;
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** Waits until what was heard is as wished. */
    synchronized List<Heard> await(Predicate<List<Heard>> wish) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wish.test(heard)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("heard only " + heard);
            }
            try {
                wait(Math.min(left, LOOK_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        return List.copyOf(heard);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] raw = exchange.getRequestBody().readAllBytes();
            String seal = exchange.getRequestHeaders().getFirst(HookSeal.HEADER);
            boolean good = HookSeal.of(KEY, address(), raw).equals(seal);
            JsonNode body = Json.MAPPER.readTree(new String(raw, StandardCharsets.UTF_8));
            good &= shapes.ofWebhook(body).isEmpty();
            boolean taken = good && take(new Heard(body, Map.copyOf(exchange.getRequestHeaders())));
            exchange.sendResponseHeaders(taken ? 200 : good ? 503 : 401, -1);
        }
    }

    private synchronized boolean take(Heard hook) {
        if (refusals > 0) {
            refusals--;
            return false;
        }
        heard.add(hook);
        notifyAll();
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
