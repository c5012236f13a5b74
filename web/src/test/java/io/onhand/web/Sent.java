package io.onhand.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A request that may be as wrong as HTTP can carry it.
 *
 * @param body its bytes, each as a character
 */
record Sent(String method, String path, String body, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int SHOWN_MAX = 300;

    /** An example as it should be sent. */
    static Sent good(Example example, String key) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + key);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("Content-Type", "application/json");
        return new Sent(
                example.operation().method(),
                example.path(),
                Objects.requireNonNullElse(example.body(), ""),
                headers);
    }

    Sent withMethod(String other) {
        return new Sent(other, path, body, headers);
    }

    Sent withPath(String other) {
        return new Sent(method, other, body, headers);
    }

    Sent withBody(String text) {
        return withBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Sent withBytes(byte[] bytes) {
        return new Sent(method, path, new String(bytes, StandardCharsets.ISO_8859_1), headers);
    }

    Sent withHeader(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Sent(method, path, body, all);
    }

    /** The path without its query. */
    String pathAlone() {
        return pathAlone(path);
    }

    static String pathAlone(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    HttpResponse<String> to(int port) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(
                                                body.getBytes(StandardCharsets.ISO_8859_1)));
        headers.forEach(request::setHeader);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        String shown = body.length() > SHOWN_MAX ? body.substring(0, SHOWN_MAX) : body;
        return "%s %s %s %s".formatted(method, path, headers, shown);
    }
}
