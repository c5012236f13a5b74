package io.onhand.web.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a sender and a hook, and sees what the hook answers. */
final class HookWay implements AutoCloseable {

    /** Headers of a way, which each part of it has of its own. */
    private static final Set<String> OF_THE_WAY =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final URI hook;

    HookWay(URI hook) throws IOException {
        this.hook = hook;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + hook.getPath());
    }

    List<Integer> answers() {
        return List.copyOf(answers);
    }

    private void pass(HttpExchange message) throws IOException {
        try (message) {
            byte[] body = message.getRequestBody().readAllBytes();
            var request =
                    HttpRequest.newBuilder(hook).POST(HttpRequest.BodyPublishers.ofByteArray(body));
            message.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (!OF_THE_WAY.contains(name.toLowerCase(Locale.ROOT))) {
                                    request.header(name, values.getFirst());
                                }
                            });
            int answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            answers.add(answer);
            message.sendResponseHeaders(answer, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
