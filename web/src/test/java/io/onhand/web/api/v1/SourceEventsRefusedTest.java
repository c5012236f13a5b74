package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests with events of which nothing is posted. */
@WebTest
class SourceEventsRefusedTest {

    private static final String EARL = "TEA-EARL-100";
    private static final String GOOD = Till.sale("good", EARL, "1");

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Till till;

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        till = Till.of(program, port, shop, Role.OWNER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "quantity": "1"    | "quantity": 1      | /lines/0/quantity | bad-quantity
                    "quantity": "1"    | "quantity": "+1"   | /lines/0/quantity | bad-quantity
                    "quantity": "1"    | "quantity": "1e2"  | /lines/0/quantity | bad-quantity
                    "quantity": "1"    | "quantity": "0"    | /lines/0/quantity | bad-quantity
                    "1"                | "0.1234567"        | /lines/0/quantity | bad-quantity
                    "sku"              | "item"             | /lines/0/item     | unknown-field
                    "sku": "TEA        | "line": "", "sku": "TEA | /lines/0/line | bad-code
                    [{                 | [], "x": [{        | /lines            | too-few-lines
                    "type"             | "revision": -1, "type" | /revision     | out-of-range
                    "sale"             | "gift"             | /type             | unknown-type
                    "sale"             | "adjustment"       | /reason           | missing
                    "sale"             | "void"             | /lines            | too-many-lines
                    "lines"            | "reason": "whim", "lines" | /reason    | unknown-reason
                    "externalId"       | "id"               | /externalId       | missing
                    10:00:00Z          | 10:00:00+01:00     | /occurredAt       | bad-time
                    """)
    void oneBadEventRefusesTheWholeRequestAndIsPointedAt(
            String good, String bad, String pointer, String code) {
        var got = till.send(GOOD, Till.sale("bad", EARL, "1").replace(good, bad));
        assertFault(got, "/events/1" + pointer, code);
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"return,0", "return,-1", "receipt,-1", "count,-1"})
    void aQuantityMustFitTheType(String type, String quantity) {
        var got = till.send(Till.sale("1", EARL, quantity).replace("sale", type));
        assertFault(got, "/events/0/lines/0/quantity", "bad-quantity");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        var got = till.send(Till.sale("1", EARL, "x"), GOOD, Till.sale("3", EARL, "y"));
        assertThat(got.json().get("errors").valueStream().map(e -> e.get("pointer").asString()))
                .containsExactly("/events/0/lines/0/quantity", "/events/2/lines/0/quantity");
    }

    @Test
    void noEventsOrMoreThanAThousandAreRefused() {
        assertFault(till.send(), "/events", "too-few-events");
        String[] many = Collections.nCopies(1_001, GOOD).toArray(String[]::new);
        assertFault(till.send(many), "/events", "too-many-events");
    }

    @Test
    void moreThanAThousandLinesAreRefused() {
        assertThat(till.send(withLines(1_000)).status()).isEqualTo(200);
        assertFault(till.send(withLines(1_001)), "/events/0/lines", "too-many-lines");
    }

    @Test
    void aLineIdTwiceIsRefused() {
        String lines = "{\"line\": \"2\", \"sku\": \"A\", \"quantity\": \"1\"},";
        var got = till.send(GOOD.replace("[{", "[" + lines + "{"));
        assertFault(got, "/events/0/lines/1/line", "repeated-line");
    }

    @Test
    void anUnknownConnectionOrThatOfAnotherTenantIsRefused() {
        var stranger = Till.of(program, port, TeaShop.open(program), Role.OWNER);
        assertFault(
                new Till(till.api(), stranger.connection()).send(GOOD),
                "/connection",
                "unknown-connection");
    }

    @Test
    void theTypeOfADocumentMayChangeToVoidOnly() {
        till.result(GOOD);
        String other = GOOD.replace("\"sale\"", "\"return\", \"revision\": 1");
        assertFault(till.send(Till.sale("2", EARL, "1"), other), "/events/1/type", "bad-type");
        assertFault(
                till.send(Till.sale("3", EARL, "1"), other.replace("good", "3")),
                "/events/1/type",
                "bad-type");
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("-1");
    }

    @Test
    void aClerkOfLondonSendsNothingOfParis() {
        var clerk = new Till(new Api(port, shop.key(Role.CLERK, "LONDON")), till.connection());
        assertThat(clerk.send(GOOD).status()).isEqualTo(200);
        var got = clerk.send(Till.sale("2", EARL, "1"), GOOD.replace("LONDON", "PARIS"));
        assertThat(got.status()).isEqualTo(403);
        assertThat(got.code()).isEqualTo("location-not-allowed");
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("-1");
    }

    @Test
    void aClerkOfLondonDoesNotTakeBackWhatParisSold() {
        till.result(GOOD.replace("LONDON", "PARIS"));
        var clerk = new Till(new Api(port, shop.key(Role.CLERK, "LONDON")), till.connection());
        var got = clerk.send(GOOD.replace("\"sale\"", "\"sale\", \"revision\": 1"));
        assertThat(got.code()).isEqualTo("location-not-allowed");
        assertThat(till.onHand(EARL, "PARIS")).isEqualTo("-1");
    }

    @Test
    void anAuditorSendsNothing() {
        var auditor = new Till(new Api(port, shop.key(Role.AUDITOR)), till.connection());
        assertThat(auditor.send(GOOD).code()).isEqualTo("forbidden");
    }

    private static String withLines(int number) {
        String lines =
                IntStream.range(0, number)
                        .mapToObj(i -> "{\"sku\": \"TEA-EARL-100\", \"quantity\": \"1\"}")
                        .collect(Collectors.joining(","));
        return GOOD.replaceFirst("\\[.*]", "[" + lines + "]").replace("good", "of-" + number);
    }

    private static void assertFault(Api.Got got, String pointer, String code) {
        assertThat(got.status()).as(got.text()).isEqualTo(422);
        assertThat(got.json().get("errors").valueStream())
                .as(got.text())
                .anyMatch(
                        error ->
                                error.get("pointer").asString().equals(pointer)
                                        && error.get("code").asString().equals(code));
    }
}
