package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.NewVariant;
import io.onhand.identity.Role;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import onhand.testing.TeaShop;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What becomes of events that a till sends. */
@WebTest
class SourceEventsTest {

    private static final String EARL = "TEA-EARL-100";
    private static final String MINT = "TEA-MINT-50";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Till till;

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        till = Till.of(program, port, shop, Role.OWNER);
        till.result(
                """
                {"externalId": "opening", "type": "count", "location": "LONDON",
                 "occurredAt": "2026-11-01T08:00:00Z",
                 "lines": [{"sku": "TEA-EARL-100", "quantity": "10"}]}
                """);
    }

    @Test
    void aSaleLowersStockAndNamesItsPosting() {
        var result = till.result(Till.sale("1", EARL, "3"));
        assertThat(outcome(result)).isEqualTo("applied");
        assertThat(result.get("externalId").asString()).isEqualTo("1");
        assertThat(result.get("revision").asLong()).isZero();
        assertThat(result.has("exception")).isFalse();
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("7");
        var posting = till.api().get("/api/v1/postings/" + result.get("posting").asString());
        assertThat(posting.json().get("type").asString()).isEqualTo("sale");
        assertThat(posting.json().get("source").asString()).isEqualTo(till.connection());
    }

    @Test
    void theSameEventAgainIsADuplicateAndNamesTheSamePosting() {
        var first = till.result(Till.sale("1", EARL, "3"));
        var again = till.result(Till.sale("1", EARL, "3.000").replace("10:00:00Z", "10:00:00.0Z"));
        assertThat(outcome(again)).isEqualTo("duplicate");
        assertThat(again.get("posting")).isEqualTo(first.get("posting"));
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("7");
    }

    @Test
    void anotherContentUnderTheSameIdIsAConflictThatIsKept() {
        till.result(Till.sale("1", EARL, "3"));
        var other = till.result(Till.sale("1", EARL, "4"));
        assertThat(outcome(other)).isEqualTo("conflict");
        assertThat(other.get("exception").asString()).isNotEmpty();
        var again = till.result(Till.sale("1", EARL, "4"));
        assertThat(again.get("exception")).isEqualTo(other.get("exception"));
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("7");
    }

    @Test
    void anUnknownSkuMakesAllOfTheEventAnExceptionAndTheOthersGoOn() {
        String both =
                """
                {"externalId": "2", "type": "sale", "location": "LONDON",
                 "occurredAt": "2026-11-20T10:00:00Z",
                 "lines": [{"sku": "TEA-EARL-100", "quantity": "1"},
                           {"sku": "TEA-NEW", "quantity": "1"}]}
                """;
        var results = till.results(both, Till.sale("3", EARL, "2"));
        assertThat(results)
                .extracting(SourceEventsTest::outcome)
                .containsExactly("exception", "applied");
        assertThat(results.getFirst().get("detail").asString()).contains("TEA-NEW");
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("8");
    }

    @Test
    void whatWaitsIsAnsweredWithTheSameExceptionAlsoOnceTheSkuExists() {
        var first = till.result(Till.sale("1", "TEA-NEW", "1"));
        var again = till.result(Till.sale("1", "TEA-NEW", "1.0"));
        shop.product("New", NewVariant.of("TEA-NEW", "100 g"));
        var later = till.result(Till.sale("1", "TEA-NEW", "1"));
        assertThat(first.get("exception").asString()).isNotEmpty();
        for (JsonNode result : new JsonNode[] {again, later}) {
            assertThat(outcome(result)).isEqualTo("exception");
            assertThat(result.get("exception")).isEqualTo(first.get("exception"));
        }
        assertThat(outcome(till.result(Till.sale("2", "TEA-NEW", "1")))).isEqualTo("applied");
        assertThat(till.onHand("TEA-NEW", "LONDON")).isEqualTo("-1");
    }

    @Test
    void twoEventsThatNameTheSameUnknownSkuShareItsException() {
        var results = till.results(Till.sale("1", "TEA-NEW", "1"), Till.sale("2", "TEA-NEW", "5"));
        assertThat(results.getFirst().get("exception"))
                .isEqualTo(results.getLast().get("exception"));
    }

    @Test
    void anotherContentThanTheOneThatWaitsIsAConflict() {
        var waiting = till.result(Till.sale("1", "TEA-NEW", "1"));
        var other = till.result(Till.sale("1", EARL, "1"));
        assertThat(outcome(other)).isEqualTo("conflict");
        assertThat(other.get("exception")).isNotEqualTo(waiting.get("exception"));
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("10");
    }

    @Test
    void aRevisionThatWaitsIsAnsweredTheSameAlsoOnceTheSkuExistsAndTheFirstOneMayStillCome() {
        String revised =
                Till.sale("1", "TEA-NEW", "2").replace("\"type\"", "\"revision\": 1, \"type\"");
        var first = till.result(revised);
        shop.product("New", NewVariant.of("TEA-NEW", "100 g"));
        var later = till.results(revised, revised.replace("\"2\"", "\"3\""), revised);
        assertThat(later)
                .extracting(SourceEventsTest::outcome)
                .containsExactly("exception", "conflict", "exception");
        assertThat(later.getFirst().get("exception")).isEqualTo(first.get("exception"));
        assertThat(outcome(till.result(Till.sale("1", "TEA-NEW", "1")))).isEqualTo("applied");
        assertThat(till.onHand("TEA-NEW", "LONDON")).isEqualTo("-1");
    }

    @Test
    void inOneRequestTooTheFirstContentOfAnIdCounts() {
        var results =
                till.results(
                        Till.sale("1", "TEA-NEW", "1"),
                        Till.sale("1", EARL, "1"),
                        Till.sale("1", "TEA-NEW", "1"),
                        Till.sale("2", EARL, "1"),
                        Till.sale("2", "TEA-NEW", "1"),
                        Till.sale("2", EARL, "1.0"));
        assertThat(results)
                .extracting(SourceEventsTest::outcome)
                .containsExactly(
                        "exception", "conflict", "exception", "applied", "conflict", "duplicate");
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("9");
    }

    @Test
    void theSameUnknownEventFromManySendersIsKeptOnce() throws Exception {
        Callable<JsonNode> sending = () -> till.result(Till.sale("1", "TEA-NEW", "1"));
        Set<JsonNode> answers = new HashSet<>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (var sent : senders.invokeAll(Collections.nCopies(24, sending))) {
                answers.add(sent.get().get("exception"));
            }
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void anExternalIdOfTwoHundredCharactersIsTakenWhateverTheyAre() {
        String id = "\uD83C\uDF75".repeat(200);
        assertThat(outcome(till.result(Till.sale(id, EARL, "1")))).isEqualTo("applied");
        assertThat(outcome(till.result(Till.sale(id, EARL, "2")))).isEqualTo("conflict");
    }

    @Test
    void anUnknownLocationIsAnExceptionToo() {
        var result = till.result(Till.sale("1", EARL, "1").replace("LONDON", "ATLANTIS"));
        assertThat(outcome(result)).isEqualTo("exception");
        assertThat(result.get("detail").asString()).contains("location ATLANTIS");
    }

    @Test
    void aSaleBelowZeroIsRecordedAndNamesTheException() {
        var below = till.result(Till.sale("1", EARL, "12"));
        var further = till.result(Till.sale("2", EARL, "1"));
        assertThat(outcome(below)).isEqualTo("applied");
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("-3");
        assertThat(below.get("exception").asString()).isNotEmpty();
        assertThat(further.get("exception")).isEqualTo(below.get("exception"));
        var elsewhere = till.result(Till.sale("3", MINT, "1"));
        assertThat(elsewhere.get("exception")).isNotEqualTo(below.get("exception"));
    }

    @Test
    void revisionsOfOneDocumentInOneRequestAreTakenInOrder() {
        var results =
                till.results(
                        Till.sale("1", EARL, "3"),
                        revised(Till.sale("1", EARL, "5"), 2),
                        revised(Till.sale("1", EARL, "4"), 1),
                        revised(Till.sale("1", EARL, "5"), 2));
        assertThat(results)
                .extracting(SourceEventsTest::outcome)
                .containsExactly("applied", "applied", "stale", "duplicate");
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("5");
    }

    @Test
    void aVoidTakesItsDocumentBack() {
        till.result(Till.sale("1", EARL, "3"));
        var result =
                till.result(
                        """
                        {"externalId": "1", "revision": 1, "type": "void", "location": "LONDON",
                         "occurredAt": "2026-11-20T11:00:00Z"}
                        """);
        assertThat(outcome(result)).isEqualTo("applied");
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("10");
    }

    @Test
    void everyTypeMovesStockTheWayItSays() {
        till.results(
                sent("a", "sale", "\"-1\""),
                sent("b", "return", "\"2\""),
                sent("c", "receipt", "\"4\""),
                sent("d", "adjustment", "\"-8\", \"line\": \"x\"")
                        .replace("\"lines\"", "\"reason\": \"damaged\", \"lines\""));
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("9");
        till.result(sent("e", "count", "\"20\""));
        assertThat(till.onHand(EARL, "LONDON")).isEqualTo("20");
    }

    @Test
    void aReservationThatThereIsNotIsNotedAndTheSaleCounts() {
        var result =
                till.result(
                        Till.sale("1", EARL, "1")
                                .replace("\"lines\"", "\"fulfils\": \"nonsense\", \"lines\""));
        assertThat(outcome(result)).isEqualTo("applied");
        assertThat(result.get("detail").asString()).contains("reservation");
    }

    private static String outcome(JsonNode result) {
        return result.get("outcome").asString();
    }

    private static String revised(String event, int revision) {
        return event.replace("\"type\"", "\"revision\": %d, \"type\"".formatted(revision));
    }

    private static String sent(String id, String type, String quantity) {
        return Till.sale(id, EARL, "0")
                .replace("\"sale\"", '"' + type + '"')
                .replace("\"0\"", quantity);
    }
}
