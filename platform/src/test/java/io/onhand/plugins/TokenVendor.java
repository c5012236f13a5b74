package io.onhand.plugins;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A vendor that gives tokens for the code {@code good}, and a refresh token works once. */
final class TokenVendor implements AutoCloseable {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    /** Seconds that a token lives, as it says. */
    volatile int lives = 3600;

    /** What {@code /token} answers instead of a token. */
    volatile int trouble;

    private final AtomicInteger given = new AtomicInteger();
    private final Map<String, String> access = new ConcurrentHashMap<>();
    private final Map<String, Boolean> refresh = new ConcurrentHashMap<>();
    private final JsonMapper json = new JsonMapper();
    private final HttpServer server;

    TokenVendor() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", this::token);
        server.createContext("/account", this::account);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * The token that was given first, second, and so on. Another vendor's are different: the
     * connections of one test still ask in the background when the next has begun.
     */
    String access(int number) {
        return "access-" + server.getAddress().getPort() + "-" + number;
    }

    private String ours() {
        return "refresh-access-" + server.getAddress().getPort() + "-";
    }

    /** From now on all tokens that were given are answered with this word. */
    void end(String how) {
        access.replaceAll((token, was) -> how);
    }

    /** Nothing that was given refreshes any more. */
    void forget() {
        refresh.clear();
    }

    private void token(HttpExchange ask) throws IOException {
        Map<String, String> body =
                json.readValue(
                        new String(ask.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        TEXTS);
        if (!body.getOrDefault("refresh_token", ours()).startsWith(ours())) {
            send(ask, 400, "{}");
            return;
        }
        asked.add(body);
        if (trouble != 0) {
            send(ask, trouble, "{}");
            return;
        }
        boolean right =
                "good".equals(body.get("code"))
                        || refresh.remove(body.getOrDefault("refresh_token", "-")) != null;
        if (!right) {
            send(ask, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            int number = given.incrementAndGet();
            access.put(access(number), "works");
            refresh.put("refresh-" + access(number), true);
            send(
                    ask,
                    200,
                    "{\"access_token\":\"%s\",\"refresh_token\":\"refresh-%s\",\"expires_in\":%d,\"merchant\":\"M-1\"}"
                            .formatted(access(number), access(number), lives));
        }
    }

    private void account(HttpExchange ask) throws IOException {
        String token = ask.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        String state = access.getOrDefault(token, "unknown");
        send(ask, state.equals("works") ? 200 : 401, state);
    }

    private static void send(HttpExchange ask, int status, String body) throws IOException {
        try (ask) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            ask.sendResponseHeaders(status, bytes.length);
            ask.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
