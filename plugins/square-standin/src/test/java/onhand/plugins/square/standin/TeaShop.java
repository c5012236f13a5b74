package onhand.plugins.square.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A stand-in with two shops and three teas, asked by HTTP; all that is said has its shape. */
final class TeaShop implements AutoCloseable {

    static final String LONDON = "L-LONDON";
    static final String PARIS = "L-PARIS";
    static final String EARL = "VAR-TEA-EARL-100";
    static final String GREEN = "VAR-TEA-GREEN-100";
    static final String LOOSE = "VAR-TEA-LOOSE";
    static final String TOKEN = "demo-square-token";

    private static final Shapes SHAPES = Shapes.load();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    final MovedClock clock;
    final SquareStandIn square;
    private final HttpClient http = HttpClient.newHttpClient();

    private TeaShop(MovedClock clock, SquareStandIn square) {
        this.clock = clock;
        this.square = square;
    }

    static TeaShop open(Path directory) {
        var clock = new MovedClock();
        return open(settings(directory, clock), clock);
    }

    static StandInSettings settings(Path directory, MovedClock clock) {
        return StandInSettings.of(directory, clock, "M-LEAF", TOKEN).withRequestsPerSecond(5_000);
    }

    static TeaShop open(StandInSettings settings, MovedClock clock) {
        var shop = new TeaShop(clock, SquareStandIn.start(settings));
        BackOffice office = shop.square.backOffice();
        if (office.isEmpty()) {
            office.location(LONDON, "London", "Europe/London", "GBP");
            office.location(PARIS, "Paris", "Europe/Paris", "EUR");
            office.goods(
                    List.of(
                            new Goods("TEA-EARL-100", "Earl Grey", "4006381333931", true, 650),
                            new Goods("TEA-GREEN-100", "Green", null, true, 500),
                            new Goods("TEA-LOOSE", "Loose tea", null, false, 10)));
            office.shelves(LONDON, Map.of(EARL, "100", GREEN, "50", LOOSE, "0"));
            clock.pass(Duration.ofMinutes(1));
        }
        return shop;
    }

    Till till() {
        return square.till();
    }

    static List<SoldLine> one(String variation, String quantity) {
        return List.of(new SoldLine(variation, quantity));
    }

    /** A request of the right shape, answered 200. */
    JsonNode ask(String call, String body) {
        var answer = send(call, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    /** The code of the first error, after its status. */
    String refused(String call, String body) {
        return code(send(call, body));
    }

    static String code(HttpResponse<String> answer) {
        JsonNode error = Json.MAPPER.readTree(answer.body()).path("errors").path(0);
        return answer.statusCode() + " " + error.path("code").asString("");
    }

    HttpResponse<String> send(String call, String body) {
        try {
            var answer =
                    http.send(request(call, body).build(), HttpResponse.BodyHandlers.ofString());
            if (SHAPES.knows(call)) {
                JsonNode said = Json.MAPPER.readTree(answer.body());
                assertThat(SHAPES.ofAnswer(call, answer.statusCode(), said)).isEmpty();
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String call, String body) {
        String[] words = call.split(" ", 2);
        boolean get = words[0].equals("GET");
        URI to = URI.create(square.address() + words[1] + (get ? body : ""));
        return HttpRequest.newBuilder(to)
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Square-Version", "2025-08-20")
                .header("Content-Type", "application/json")
                .method(
                        words[0],
                        get
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
    }

    JsonNode order(String id) {
        JsonNode found = ask("POST /v2/orders/batch-retrieve", "{\"order_ids\":[\"" + id + "\"]}");
        return found.path("orders").path(0);
    }

    /** The count in stock, or "none". */
    String count(String location, String variation) {
        ObjectNode question = Json.object();
        question.putArray("catalog_object_ids").add(variation);
        question.putArray("location_ids").add(location);
        question.putArray("states").add("IN_STOCK");
        JsonNode found = ask("POST /v2/inventory/counts/batch-retrieve", question.toString());
        return found.path("counts").path(0).path("quantity").asString("none");
    }

    @Override
    public void close() {
        square.close();
        http.close();
    }
}
