package io.onhand.web.hooks;

import static io.onhand.web.hooks.HookPostingTest.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.util.List;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WebTest
class SettlingTest {

    private static final String EXCEPTIONS = "/api/v1/exceptions";

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    private SigningTill till = new SigningTill(0, "", "");
    private Api api = new Api(0, null);
    private String mapping = "";

    @BeforeEach
    void aTill() {
        TeaShop shop = TeaShop.open(program);
        till = SigningTill.of(program, port, shop);
        api = new Api(port, shop.key(Role.OWNER));
        mapping = "/api/v1/connections/" + till.code();
    }

    @Test
    void whatWaitedForAnUnknownSkuIsPostedWhenTheMappingIsAnswered() {
        till.send(SigningTill.sale("S-1", "4711", "2"), SigningTill.sale("S-2", "4711", "3"));
        till.send(SigningTill.sale("S-1", "4711", "2"));
        until(() -> deliveries("exception").size() == 2);
        JsonNode exception = exceptions("open").get(0);
        assertThat(exception.get("kind").asString()).isEqualTo("unknown-variant");
        assertThat(exception.get("actions").toString()).contains("map-variant");

        assertThat(map("variants/4711", "{\"sku\":\"TEA-MINT-50\"}")).isEqualTo(204);

        assertThat(onHand("TEA-MINT-50")).isEqualTo("-5");
        assertThat(deliveries("exception")).isEmpty();
        assertThat(kinds("open")).containsExactly("negative-stock");
        JsonNode posting = posting("TEA-MINT-50", "S-1");
        assertThat(posting.get("repeats")).hasSize(1);
        assertThat(posting.get("repeats").get(0).get("delivery").asString())
                .isNotEqualTo(posting.get("delivery").asString());
    }

    @Test
    void anExceptionIsSettledOnceAndTheSameRequestIsAnsweredTheSame() {
        till.send(SigningTill.sale("S-3", "4712", "1"));
        until(() -> !exceptions("open").isEmpty());
        String path = settlements(exceptions("open").get(0));
        String body = "{\"action\":\"map-variant\",\"sku\":\"TEA-MINT-50\"}";
        Api.Got settled = api.post(path, "key-1", body);
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.json().get("state").asString()).isEqualTo("closed");
        assertThat(onHand("TEA-MINT-50")).isEqualTo("-1");
        assertThat(api.post(path, "key-1", body).status()).isEqualTo(200);
        assertThat(api.post(path, "key-2", body).code()).isEqualTo("wrong-state");
    }

    @Test
    void anUnknownPlaceIsMappedInTheSameWay() {
        till.send(SigningTill.sale("S-4", "TEA-MINT-50", "1").replace("LONDON", "Till 7"));
        until(() -> !exceptions("open").isEmpty());
        assertThat(map("locations/Till%207", "{\"location\":\"PARIS\"}")).isEqualTo(204);
        assertThat(api.get("/api/v1/stock-levels?location=PARIS&sku=TEA-MINT-50").text())
                .contains("\"onHand\":\"-1\"");
    }

    @Test
    void anEventThatNamesTwoUnknownThingsIsPostedOnceBothAreKnown() {
        String two =
                SigningTill.sale("S-5", "4713", "1")
                        .replace("}]", "}, {\"sku\": \"4714\", \"quantity\": \"1\"}]");
        till.send(two);
        until(() -> exceptions("open").size() == 2);
        map("variants/4713", "{\"sku\":\"TEA-MINT-50\"}");
        assertThat(onHand("TEA-MINT-50")).isEqualTo("0");
        map("variants/4714", "{\"sku\":\"TEA-MINT-50\"}");
        assertThat(onHand("TEA-MINT-50")).isEqualTo("-2");
        assertThat(kinds("open")).containsExactly("negative-stock");
    }

    @Test
    void whatWaitedForAPlaceIsPostedWhenTheConnectionIsToldAllItsPlaces() {
        till.send(SigningTill.sale("S-15", "TEA-MINT-50", "1").replace("LONDON", "Till 8"));
        until(() -> !exceptions("open").isEmpty());
        String places = "{\"locations\":[{\"external\":\"Till 8\",\"location\":\"PARIS\"}]}";
        assertThat(api.patch(mapping, places).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/stock-levels?location=PARIS&sku=TEA-MINT-50").text())
                .contains("\"onHand\":\"-1\"");
        assertThat(kinds("open")).containsExactly("negative-stock");
    }

    @Test
    void whoIgnoresASecondContentLeavesTheFirstOneWaiting() {
        till.send(SigningTill.sale("S-16", "4716", "1"));
        until(() -> !exceptions("open").isEmpty());
        till.send(SigningTill.sale("S-16", "4716", "2"));
        until(() -> kinds("open").contains("conflict"));
        JsonNode conflict = exceptions("open").get(kinds("open").indexOf("conflict"));
        assertThat(api.post(settlements(conflict), "{\"action\":\"ignore\"}").status())
                .isEqualTo(200);
        assertThat(deliveries("exception")).hasSize(1);
        JsonNode first = deliveries("exception").get(0);

        map("variants/4716", "{\"sku\":\"TEA-MINT-50\"}");

        JsonNode told = delivery(first).get("events").get(0);
        assertThat(told.get("outcome").asString()).isEqualTo("applied");
        assertThat(told.get("posting").asString())
                .isEqualTo(posting("TEA-MINT-50", "S-16").get("id").asString());
        assertThat(onHand("TEA-MINT-50")).isEqualTo("-1");
    }

    @Test
    void aHeldRevisionThatANewerOneOvertookComesOutStale() {
        till.send(SigningTill.sale("S-6", "4715", "1"));
        until(() -> !exceptions("open").isEmpty());
        till.send(
                SigningTill.sale("S-6", "TEA-MINT-50", "4")
                        .replace("\"type\"", "\"revision\": 1, \"type\""));
        until(() -> onHand("TEA-MINT-50").equals("-4"));
        map("variants/4715", "{\"sku\":\"TEA-MINT-50\"}");
        assertThat(onHand("TEA-MINT-50")).isEqualTo("-4");
        assertThat(deliveries("exception")).isEmpty();
    }

    @Test
    void whatIsIgnoredIsGivenUp() {
        till.send(SigningTill.sale("S-7", "TEA-MINT-50", "0.1234567"));
        until(() -> !exceptions("open").isEmpty());
        JsonNode exception = exceptions("open").get(0);
        assertThat(exception.get("kind").asString()).isEqualTo("quantity-too-fine");
        assertThat(api.post(settlements(exception), "{\"action\":\"ignore\"}").status())
                .isEqualTo(200);
        assertThat(exceptions("open")).isEmpty();
        assertThat(deliveries("done")).hasSize(1);
    }

    @Test
    void aRetryPostsWhatAProductMadeMeanwhileExplains() {
        till.send(SigningTill.sale("S-8", "NEW-TEA", "1"));
        until(() -> !exceptions("open").isEmpty());
        String path = settlements(exceptions("open").get(0));
        assertThat(api.post(path, "{\"action\":\"retry\"}").json().get("state").asString())
                .isEqualTo("open");
        api.post("/api/v1/products", "{\"name\":\"New\",\"variants\":[{\"sku\":\"NEW-TEA\"}]}");
        assertThat(api.post(path, "{\"action\":\"retry\"}").json().get("state").asString())
                .isEqualTo("closed");
        assertThat(onHand("NEW-TEA")).isEqualTo("-1");
    }

    @Test
    void aBodyThatIsNoListOfEventsIsAnExceptionAndShowsWhatCame() {
        assertThat(till.message("msg-9", "[1, 2]").statusCode()).isEqualTo(200);
        until(() -> kinds("open").contains("unreadable"));
        JsonNode delivery = deliveries("exception").get(0);
        JsonNode shown = api.get("/api/v1/deliveries/" + delivery.get("id").asString()).json();
        assertThat(shown.get("bodyBase64").asString()).isEqualTo("WzEsIDJd");
        assertThat(shown.get("vendorEventId").asString()).isEqualTo("msg-9");
        assertThat(shown.get("headers").get("webhook-signature").asString()).isEqualTo("***");
        Api.Got retried =
                api.post(settlements(exceptions("open").get(0)), "{\"action\":\"retry\"}");
        assertThat(retried.json().get("state").asString()).isEqualTo("open");
    }

    @Test
    void aMessageThatComesAgainIsKeptAsARepeatOfTheFirst() {
        String body = SigningTill.list(SigningTill.sale("S-10", "TEA-MINT-50", "1"));
        till.message("msg-10", body);
        till.message("msg-10", body);
        till.message("msg-10", body.replace("S-10", "S-11"));
        until(() -> deliveries("done").size() == 2 && deliveries("ignored").size() == 1);
        assertThat(onHand("TEA-MINT-50")).isEqualTo("-1");
        assertThat(posting("TEA-MINT-50", "S-10").get("repeats")).hasSize(1);
    }

    @Test
    void aConnectionThatIsObservedMovesNothingUntilItIsLive() {
        assertThat(api.patch(mapping, "{\"mode\":\"observe\"}").status()).isEqualTo(200);
        till.send(
                SigningTill.sale("S-12", "TEA-MINT-50", "1"),
                SigningTill.sale("S-13", "4711", "1"));
        until(() -> deliveries("ignored").size() == 1);
        assertThat(onHand("TEA-MINT-50")).isEqualTo("0");
        assertThat(exceptions("open")).isEmpty();
        JsonNode told = delivery(deliveries("ignored").get(0)).get("events");
        assertThat(told.get(0).get("outcome").asString()).isEqualTo("observed");
        assertThat(told.get(0).get("detail").asString()).isEqualTo("It would have been posted.");
        assertThat(told.get(1).get("detail").asString()).contains("would have waited", "4711");
        api.patch(mapping, "{\"mode\":\"live\"}");
        String id = deliveries("ignored").get(0).get("id").asString();
        assertThat(api.post("/api/v1/deliveries/" + id + "/replays", "").status()).isEqualTo(202);
        until(() -> onHand("TEA-MINT-50").equals("-1"));
    }

    @Test
    void eventsThatAnObservedConnectionTellsOverTheApiAreKeptAndMoveNothing() {
        api.patch(mapping, "{\"mode\":\"observe\"}");
        until(() -> told("probe", "TEA-SENCHA-100").equals("observed"));
        assertThat(told("S-14", "TEA-MINT-50")).isEqualTo("observed");
        assertThat(onHand("TEA-MINT-50")).isEqualTo("0");
        JsonNode kept = delivery(deliveries("ignored").get(0));
        assertThat(kept.get("events").get(0).get("outcome").asString()).isEqualTo("observed");
        api.patch(mapping, "{\"mode\":\"live\"}");
        String replays = "/api/v1/deliveries/" + kept.get("id").asString() + "/replays";
        assertThat(api.post(replays, "").status()).isEqualTo(202);
        until(() -> !onHand("TEA-MINT-50").equals("0"));
    }

    /** What a sale comes to that is told over the API. */
    private String told(String id, String sku) {
        String body =
                "{\"connection\":\"%s\",\"events\":[%s]}"
                        .formatted(till.code(), SigningTill.sale(id, sku, "1"));
        JsonNode results = api.post("/api/v1/source-events", body).json().get("results");
        return results.get(0).get("outcome").asString();
    }

    private JsonNode delivery(JsonNode listed) {
        return api.get("/api/v1/deliveries/" + listed.get("id").asString()).json();
    }

    private static String settlements(JsonNode exception) {
        return EXCEPTIONS + "/" + exception.get("id").asString() + "/settlements";
    }

    private int map(String name, String body) {
        return api.send("PUT", mapping + "/" + name, body).status();
    }

    private List<JsonNode> exceptions(String state) {
        return items(EXCEPTIONS + "?state=" + state);
    }

    private List<String> kinds(String state) {
        return exceptions(state).stream().map(e -> e.get("kind").asString()).toList();
    }

    private List<JsonNode> deliveries(String state) {
        return items("/api/v1/deliveries?state=" + state + "&connection=" + till.code());
    }

    private List<JsonNode> items(String path) {
        Api.Got got = api.get(path);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json().get("items").valueStream().toList();
    }

    private JsonNode posting(String sku, String document) {
        return items("/api/v1/movements?location=LONDON&sku=" + sku).stream()
                .filter(m -> m.get("externalId").asString().equals(document))
                .map(m -> api.get("/api/v1/postings/" + m.get("posting").asString()).json())
                .findFirst()
                .orElseThrow();
    }

    private String onHand(String sku) {
        return items("/api/v1/stock-levels?location=LONDON&sku=" + sku)
                .getFirst()
                .get("onHand")
                .asString();
    }
}
