package io.onhand.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.onhand.channels.Connection;
import io.onhand.inbox.IncomingQueries;
import io.onhand.plugins.VendorAddresses;
import io.onhand.plugins.VendorAddresses.StandInAddress;
import io.onhand.sync.ConnectionStandQueries;
import io.onhand.sync.Stand;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.start.PublicUrl;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.StandInMaker;
import onhand.testing.web.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;

/** Which program is asked for the tills, and how they are used. */
class DemoTillsTest {

    private static final BigDecimal TWO = new BigDecimal("2");
    private static final Duration COMPARED_MAX = Duration.ofSeconds(120);

    private static DemoProgram program;

    private StandIns standIns;
    private VendorAddresses addresses;
    private String vendor;

    @BeforeAll
    static void startADemo() {
        program = DemoProgram.start();
    }

    @AfterAll
    static void endIt() {
        program.close();
    }

    @BeforeEach
    void find() {
        standIns = program.bean(StandIns.class);
        addresses = program.bean(VendorAddresses.class);
        vendor = program.bean(StandInMaker.class).connection().plugin();
    }

    @AfterEach
    void nothingIsAsked() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aProgramDoesNotTakeItselfForAnother() {
        assertThat(standIns.here()).isPresent();
        assertThat(addresses.standIn(vendor)).isPresent();
        assertThat(standIns.elsewhere()).isEmpty();
    }

    @Test
    void theVendorIsAskedWhenTheTillsAreOpenAndNotBefore() {
        Connection tills = program.connection();
        awaitCompared(tills);
        assertThat(stand(tills).failure()).isNull();
        assertThat(stand(tills).cataloguedAt()).isNotNull();
    }

    private void awaitCompared(Connection tills) {
        await().atMost(COMPARED_MAX).until(() -> stand(tills).reconciledAt() != null);
    }

    private Stand stand(Connection tills) {
        var stands = program.bean(ConnectionStandQueries.class);
        return program.bean(TeaShops.class).read(() -> stands.of(tills.id())).orElseThrow();
    }

    @Test
    void theCountIsAFormOfItsOwnThatForgetsNothing() {
        String page = program.anybody().get("/demo/till?basket=1:TEA-EARL-100&late=true").text();
        assertThat(page).containsPattern("<input[^>]*form=\"count\"[^>]*name=\"quantity\"");
        String form = page.substring(page.indexOf("<form id=\"count\""));
        assertThat(form.substring(0, form.indexOf("</form>")))
                .contains("name=\"basket\" value=\"1:TEA-EARL-100\"", "name=\"late\"")
                .doesNotContain("name=\"thrice\"");
    }

    @Test
    void everyPageHasItsHelp() {
        for (String page :
                List.of("/demo", "/demo/stock/TEA-EARL-100/LONDON", "/demo/till?shop=PARIS")) {
            var got = program.anybody().get(page);
            assertThat(got.status()).as(page).isEqualTo(200);
            assertThat(got.text()).as(page).containsOnlyOnce("id=\"help\"").doesNotContain("??");
            assertThat(got.text()).as(page).contains("popovertarget=\"help\"");
        }
    }

    @Test
    void whatWasHandedOnIsNotHandedOnAgain() throws Exception {
        // the connection's own first turn would ask the other one, too
        awaitCompared(program.connection());
        var asked = new AtomicInteger();
        var before = addresses.standIn(vendor).orElseThrow();
        var other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.close();
                });
        other.start();
        try {
            var door = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
            addresses.announce(vendor, new StandInAddress(door, door));
            var request = new MockHttpServletRequest();
            request.addHeader(TillDoors.HANDED_ON, "true");
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            assertThatThrownBy(() -> program.bean(TillDoors.class).post(TillDoors.STATE, Map.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.code()).isEqualTo(ProblemCode.UNAVAILABLE));
            assertThat(asked).hasValue(0);
        } finally {
            other.stop(0);
            addresses.announce(vendor, before);
        }
    }

    @Test
    void theSaleOfTheReadmeTakesTwoFromTheShelfAlthoughItIsToldThreeTimes() {
        BigDecimal before = onHand();
        var sold = sell(DemoProgram.saleOfTheReadme());
        assertThat(sold.status()).as(sold.text()).isEqualTo(201);
        String order = sold.json().path("orderId").asString("");
        await().until(() -> onHand().compareTo(before.subtract(TWO)) == 0);
        // what was told before this is heard before it
        sell(sale("1", ""));
        await().until(() -> onHand().compareTo(before.subtract(new BigDecimal("3"))) == 0);
        assertThat(movementsOf(order)).hasSize(1);
    }

    @Test
    void aSaleThatIsToldLateKeepsTheTimeAtWhichItWasPaid() {
        BigDecimal before = onHand();
        Instant sold = Instant.now();
        Instant paid = sold.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        String order =
                sell(sale("2", ", \"delaySeconds\": 2, \"occurredAt\": \"" + paid + "\""))
                        .json()
                        .path("orderId")
                        .asString("");
        await().until(() -> onHand().compareTo(before.subtract(TWO)) == 0);
        List<JsonNode> movements = movementsOf(order);
        assertThat(movements).hasSize(1);
        JsonNode movement = movements.getFirst();
        assertThat(movement.path("occurredAt").asString("")).isEqualTo(paid.toString());
        assertThat(Instant.parse(movement.path("recordedAt").asString("")))
                .isAfter(sold.plusSeconds(1));
    }

    @Test
    void whatNoTillKnowsIsRefusedWhereItStands() {
        var refused =
                sell(
                        """
                        {"location": "DC-KENT", "lines": [{"sku": "TEA-NONE", "quantity": "1"},
                         {"sku": "TEA-EARL-100", "quantity": "1"}]}
                        """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid");
        assertThat(refused.json().path("errors").valueStream())
                .extracting(
                        error -> error.path("pointer").asString(""),
                        error -> error.path("code").asString(""))
                .containsExactly(
                        tuple("/location", "unknown-location"),
                        tuple("/lines/0/sku", "unknown-sku"));
        assertThat(
                        refusedAt(
                                TillDoors.COUNTS,
                                "{\"location\":\"LONDON\",\"sku\":\"X\",\"quantity\":\"1\"}"))
                .isEqualTo("/sku");
        assertThat(refusedAt(TillDoors.REFUNDS, "{\"orderId\":\"ORDER-NONE\"}"))
                .isEqualTo("/orderId");
    }

    @Test
    void messagesOfASubscriptionWhoseAddressEndsWithASlashAreRefusedAndTheConnectionSaysSo()
            throws Exception {
        String path = "/hooks/" + program.connection().code();
        String hook = program.bean(PublicUrl.class).value() + path;
        String key = program.bean(StandInMaker.class).connection().signing();
        var door = URI.create("http://127.0.0.1:" + program.port() + path);
        StandIn tills = standIns.here().orElseThrow();
        try (var way = new HookWay(door)) {
            tills.tell(hook + "/", key, way.address());
            tills.recount("PARIS", "TEA-EARL-100", "5");
            await().until(() -> !way.answers().isEmpty());
            assertThat(way.answers()).containsOnly(401);
            assertThat(refused()).isPositive();
        } finally {
            tills.tell(hook, key, door);
        }
    }

    private static long refused() {
        return program.bean(TeaShops.class)
                .read(
                        () ->
                                program.bean(IncomingQueries.class)
                                        .of(program.connection().id())
                                        .refused());
    }

    private static Api.Got sell(String body) {
        return program.anybody().send("POST", DemoProgram.SALES, body);
    }

    private static String sale(String quantity, String more) {
        return "{\"location\": \"LONDON\", \"lines\": [{\"sku\": \"TEA-EARL-100\", \"quantity\": \""
                + quantity
                + "\"}]"
                + more
                + "}";
    }

    private static String refusedAt(String path, String body) {
        var got = program.anybody().send("POST", path, body);
        assertThat(got.status()).as(got.text()).isEqualTo(422);
        return got.json().path("errors").path(0).path("pointer").asString("");
    }

    private static BigDecimal onHand() {
        JsonNode items =
                program.owner()
                        .get("/api/v1/stock-levels?location=LONDON&sku=TEA-EARL-100")
                        .json()
                        .path("items");
        return new BigDecimal(items.path(0).path("onHand").asString(""));
    }

    private static List<JsonNode> movementsOf(String order) {
        return program.owner()
                .get("/api/v1/movements?location=LONDON&sku=TEA-EARL-100&limit=50")
                .json()
                .path("items")
                .valueStream()
                .filter(movement -> movement.path("externalId").asString("").equals(order))
                .toList();
    }
}
