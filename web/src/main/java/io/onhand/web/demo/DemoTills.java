package io.onhand.web.demo;

import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.TillSale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tills of the demo, wherever they run: in this program or in another one on this database. */
@Component
@OnDemo
class DemoTills {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final StandIns standIns;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    DemoTills(StandIns standIns, JsonMapper json) {
        this.standIns = standIns;
        this.json = json;
    }

    /**
     * Sells; the id of the order.
     *
     * @throws Refusal when the till does not know what is sold, or there is none
     */
    String sell(TillSale sale) {
        if (standIns.isReplaced()) {
            throw Refusal.notFound("Another server plays the vendor; the demo has no tills.");
        }
        Optional<StandIn> here = standIns.here();
        if (here.isEmpty()) {
            return json.readTree(handOn("/demo/till/sales", body(sale)))
                    .path("orderId")
                    .asString("");
        }
        try {
            return here.get().sell(sale);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemCode.INVALID, "The till does not know this place or article.");
        }
    }

    private String body(TillSale sale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("location", sale.place());
        body.put("lines", List.copyOf(sale.lines()));
        body.put("repeats", sale.repeats());
        body.put("delaySeconds", sale.delay().toSeconds());
        if (sale.occurredAt() != null) {
            body.put("occurredAt", sale.occurredAt().toString());
        }
        return json.writeValueAsString(body);
    }

    /** Has the program that runs the tills do it. */
    private String handOn(String path, String body) {
        URI door =
                standIns.elsewhere()
                        .orElseThrow(
                                () ->
                                        Refusal.later(
                                                ProblemCode.UNAVAILABLE,
                                                "The tills are being opened.",
                                                PAUSE));
        var request =
                HttpRequest.newBuilder(door.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            if (answer.statusCode() / 100 == 4) {
                throw new Refusal(
                        ProblemCode.INVALID, "The till does not know this place or article.");
            }
        } catch (IOException e) {
            // said below: the other program is about to be followed by this one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.later(ProblemCode.UNAVAILABLE, "The tills are being opened.", PAUSE);
    }
}
