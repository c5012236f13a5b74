package io.onhand.web.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A vendor that has one shop and nothing in it, and writes down what it is asked. */
final class RecordingVendor implements AutoCloseable {

    private static final String SHOP =
            "{\"locations\":[{\"id\":\"L-LONDON\",\"name\":\"London\",\"status\":\"ACTIVE\"}]}";
    private static final String NOTHING = "{\"latest_time\":\"2026-11-20T10:00:00Z\"}";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    RecordingVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * A call.
     *
     * @param call its method and path
     */
    record Call(String call, Headers headers) {

        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }

        /** The address that was asked. */
        String host() {
            return header("Host");
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange ask) throws IOException {
        try (ask) {
            String path = ask.getRequestURI().getPath();
            calls.add(new Call(ask.getRequestMethod() + " " + path, ask.getRequestHeaders()));
            ask.getRequestBody().readAllBytes();
            byte[] body =
                    (path.endsWith("/locations") ? SHOP : NOTHING).getBytes(StandardCharsets.UTF_8);
            ask.sendResponseHeaders(200, body.length);
            ask.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
