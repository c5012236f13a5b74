package onhand.testing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small client of the API.
 *
 * @param port of the program
 * @param key shown with each request; null shows none
 */
public record Api(int port, @Nullable String key) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    public record Got(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        /** The body, or a missing node if there is none. */
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The code of a problem, or the empty text. */
        public String code() {
            return json().path("code").asString("");
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public boolean replayed() {
            return header("Idempotency-Replayed").isPresent();
        }
    }

    public Got get(String path) {
        return send("GET", path, null);
    }

    /** Posts with an idempotency key that nobody used. */
    public Got post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    public Got post(String path, String idempotencyKey, String body) {
        return send("POST", path, body, "Idempotency-Key", idempotencyKey);
    }

    public Got patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Got delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends anything; a body is sent as JSON unless the headers say otherwise. */
    public Got send(String method, String path, @Nullable String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (key != null) {
            request.setHeader("Authorization", "Bearer " + key);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static Got send(HttpRequest request) {
        try {
            return new Got(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
