package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.live.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@Timeout(120)
class LiveStreamTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    private TeaShop shop;
    private String key;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        key = shop.key(Role.OWNER);
    }

    @Test
    void theSameMessagesComeAsEventsAndTheLastIdResumes() throws Exception {
        String id;
        try (var lines = stream("?topic=stock:LONDON", "")) {
            assertThat(next(lines, "id: ")).matches("stock:LONDON@[0-9a-f]{8}\\.0");
            assertThat(next(lines, "data: ")).contains("\"subscribed\":true");
            adjust("1");
            id = next(lines, "id: ");
            assertThat(id).endsWith(".1");
            assertThat(next(lines, "data: ")).contains("\"onHand\":\"1\"");
            adjust("2");
            assertThat(next(lines, "data: ")).contains("\"onHand\":\"3\"");
        }
        try (var lines = stream("?topic=stock:LONDON&topic=stock:PARIS", id)) {
            assertThat(next(lines, "data: ")).contains("\"seq\":2,\"subscribed\":true");
            assertThat(next(lines, "data: ")).contains("\"seq\":2,\"levels\"");
            assertThat(next(lines, "data: ")).contains("PARIS", "\"subscribed\":true");
            assertThat(next(lines, "data: ")).contains("PARIS", "\"reset\":true");
        }
    }

    @Test
    void aStreamIsRefusedForWhatMayNotBeFollowed() throws Exception {
        assertThat(status("?topic=stock:LONDON", "no")).isEqualTo(401);
        String clerk = shop.key(Role.CLERK, "LONDON");
        assertThat(status("?topic=stock:LONDON&topic=stock:PARIS", clerk)).isEqualTo(403);
        assertThat(status("?topic=stock:NOWHERE", clerk)).isEqualTo(404);
        assertThat(status("?topic=tills", clerk)).isEqualTo(404);
        assertThat(status("", clerk)).isEqualTo(400);
    }

    @Test
    void anIdNamesTopicEpochAndNumberWhateverTheCode() {
        assertThat(LiveStreams.from("stock:A@b.c", "stock:A@b.c@7f3.12"))
                .isEqualTo(new Position("7f3", 12));
        assertThat(LiveStreams.from("stock:A", "stock:AB@7f3.12")).isEqualTo(new Position("", -1));
        assertThat(LiveStreams.from("stock:A", "stock:A@7f3.x")).isEqualTo(new Position("", -1));
        assertThat(LiveStreams.from("stock:A", null)).isNull();
    }

    private BufferedReader stream(String query, String lastId) throws Exception {
        var request = request(query, key);
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> answer =
                CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private int status(String query, String shown) throws Exception {
        return CLIENT.send(request(query, shown).build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String query, String shown) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/live/sse" + query))
                .header("Authorization", "Bearer " + shown);
    }

    private static String next(BufferedReader lines, String field) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(field)) {
            line = lines.readLine();
        }
        assertThat(line).as("the stream ended").isNotNull();
        return line == null ? "" : line.substring(field.length());
    }

    private void adjust(String quantity) {
        var answer =
                new Api(port, key)
                        .post(
                                "/api/v1/adjustments",
                                """
                                {"location":"LONDON","reason":"found",
                                "lines":[{"sku":"TEA-EARL-100","quantity":"%s"}]}"""
                                        .formatted(quantity));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
