package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.StockLedger;
import java.util.ArrayList;
import java.util.List;
import onhand.testing.Sent;
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
import tools.jackson.databind.JsonNode;

@WebTest
class StockReadingApiTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;

    private TeaShop shop;
    private Api owner;
    private Api clerk;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        owner = new Api(port, shop.key(Role.OWNER));
        clerk = new Api(port, shop.key(Role.CLERK, "LONDON"));
    }

    @Test
    void aLevelHasExactlyItsFields() {
        post("r", MovementType.RECEIPT, 0, change("LONDON", "TEA-EARL-100", 12));
        var got = owner.get("/api/v1/stock-levels?location=LONDON").json();
        assertThat(got.path("nextCursor").isNull()).isTrue();
        var level = got.path("items").get(0);
        assertThat(level.propertyNames())
                .containsExactly(
                        "sku",
                        "location",
                        "onHand",
                        "available",
                        "committed",
                        "unavailable",
                        "incoming",
                        "inTransit",
                        "version",
                        "asOf");
        assertThat(level.path("onHand").asString()).isEqualTo("12");
        assertThat(level.path("committed").asString()).isEqualTo("0");
        assertThat(level.path("version").isIntegralNumber()).isTrue();
        assertThat(level.path("asOf").asString()).matches("20[0-9T:.-]+Z");
    }

    @Test
    void aKnownPairThatNeverMovedIsZeroWhenNamedAndAbsentElsewhere() {
        var named = owner.get("/api/v1/stock-levels?location=PARIS&sku=TEA-EARL-100").json();
        assertThat(named.path("items").get(0).path("onHand").asString()).isEqualTo("0");
        assertThat(named.path("items").get(0).path("version").asInt()).isZero();
        assertThat(items(owner, "/api/v1/stock-levels")).isEmpty();
        assertThat(items(owner, "/api/v1/stock-levels?sku=TEA-EARL-100")).isEmpty();
        assertThat(items(owner, "/api/v1/stock-levels?sku=NONE&location=PARIS")).isEmpty();
        assertThat(items(owner, "/api/v1/stock-levels?sku=TEA-EARL-100&location=X")).isEmpty();
        assertThat(items(owner, "/api/v1/movements?location=NOWHERE")).isEmpty();
        assertThat(items(owner, "/api/v1/movements?posting=none")).isEmpty();
    }

    @Test
    void anExplanationOfWhatIsUnknownIsNotFoundAndOfWhatNeverMovedZero() {
        String path = "/api/v1/stock-levels/explanation?";
        assertThat(owner.get(path + "sku=NONE&location=PARIS").status()).isEqualTo(404);
        assertThat(owner.get(path + "sku=TEA-EARL-100&location=NONE").status()).isEqualTo(404);
        assertThat(owner.get(path + "sku=TEA-EARL-100").status()).isEqualTo(400);
        var zero = owner.get(path + "sku=TEA-EARL-100&location=PARIS").json();
        assertThat(zero.path("equal").asBoolean()).isTrue();
        assertThat(zero.path("recomputed").asString()).isEqualTo("0");
        assertThat(zero.path("level").path("version").asInt()).isZero();
        assertThat(zero.propertyNames())
                .containsExactly(
                        "level", "recomputed", "equal", "movements", "repeats", "nextCursor");
    }

    @Test
    void anExplanationShowsTheMovementsOfALevelInPages() {
        post("r", MovementType.RECEIPT, 0, change("LONDON", "TEA-EARL-100", 12));
        post("s", MovementType.SALE, 60, change("LONDON", "TEA-EARL-100", -2));
        post("s", MovementType.SALE, 60, change("LONDON", "TEA-EARL-100", -2));
        String path = "/api/v1/stock-levels/explanation?sku=TEA-EARL-100&location=LONDON&limit=1";
        var first = clerk.get(path).json();
        assertThat(first.path("recomputed").asString()).isEqualTo("10");
        assertThat(first.path("movements").get(0).path("type").asString()).isEqualTo("sale");
        var repeat = first.path("repeats").get(0);
        assertThat(repeat.propertyNames()).containsExactly("kind", "delivery", "at");
        assertThat(repeat.path("kind").asString()).isEqualTo("duplicate");
        var next = clerk.get(path + "&cursor=" + first.path("nextCursor").asString()).json();
        assertThat(next.path("movements").get(0).path("type").asString()).isEqualTo("receipt");
        assertThat(next.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void aMovementHasItsFieldsAndACorrectionNamesBothItsMovements() {
        post("count", MovementType.COUNT, 60, count("LONDON", "TEA-EARL-100", 10));
        post("late", MovementType.SALE, 30, change("LONDON", "TEA-EARL-100", -1));
        var read = items(owner, "/api/v1/movements?sku=TEA-EARL-100&location=LONDON");
        assertThat(read.get(1).propertyNames())
                .containsExactly(
                        "id",
                        "sku",
                        "location",
                        "account",
                        "type",
                        "quantity",
                        "balanceAfter",
                        "levelSeq",
                        "posting",
                        "line",
                        "source",
                        "externalId",
                        "revision",
                        "cause",
                        "reason",
                        "actor",
                        "occurredAt",
                        "recordedAt");
        assertThat(read.get(0).path("type").asString()).isEqualTo("count-correction");
        assertThat(read.get(0).path("corrects")).isEqualTo(read.get(2).path("id"));
        assertThat(read.get(0).path("because")).isEqualTo(read.get(1).path("id"));
        assertThat(read.get(2).path("counted").asString()).isEqualTo("10");
        assertThat(items(owner, "/api/v1/movements?account=committed")).isEmpty();
        assertThat(items(owner, "/api/v1/movements?type=sale")).hasSize(1);
        assertThat(items(owner, "/api/v1/movements?clock=occurred&from=2026-03-02T12:01:00Z"))
                .hasSize(2);
        assertThat(items(owner, "/api/v1/movements?clock=occurred&to=2026-03-02T12:01:00Z"))
                .hasSize(1);
    }

    @Test
    void aWalkOverAllMovementsShowsEachOnce() {
        for (int i = 0; i < 5; i++) {
            post(
                    "r" + i,
                    MovementType.RECEIPT,
                    i,
                    change("LONDON", "TEA-EARL-100", 1),
                    change("PARIS", "TEA-SENCHA-100", 1));
        }
        assertThat(walk(owner, "/api/v1/movements?limit=3")).hasSize(10).doesNotHaveDuplicates();
        assertThat(walk(owner, "/api/v1/movements?limit=2&sku=TEA-EARL-100")).hasSize(5);
        assertThat(walk(clerk, "/api/v1/movements?limit=2")).hasSize(5);
        assertThat(walk(owner, "/api/v1/stock-levels?limit=1")).hasSize(2);
        assertThat(walk(clerk, "/api/v1/stock-levels?limit=1")).hasSize(1);
        assertThat(walk(owner, "/api/v1/stock-levels?limit=1&q=tea")).hasSize(2);
    }

    @Test
    void aPostingIsReadWithItsMovementsAndOnlyByWhoMaySeeAllOfThem() {
        String both =
                post(
                        "both",
                        MovementType.RECEIPT,
                        0,
                        change("PARIS", "TEA-EARL-100", 1),
                        change("LONDON", "TEA-EARL-100", 2));
        String own = post("own", MovementType.SALE, 9, change("LONDON", "TEA-EARL-100", -1));
        var posting = owner.get("/api/v1/postings/" + both).json();
        assertThat(posting.propertyNames())
                .containsExactly(
                        "id",
                        "source",
                        "externalId",
                        "revision",
                        "type",
                        "occurredAt",
                        "recordedAt",
                        "actor",
                        "movements",
                        "repeats");
        assertThat(posting.path("movements").get(0).path("location").asString())
                .isEqualTo("LONDON");
        assertThat(walk(owner, "/api/v1/movements?limit=1&posting=" + both)).hasSize(2);
        assertThat(walk(clerk, "/api/v1/movements?limit=1&posting=" + both)).hasSize(1);
        assertThat(clerk.get("/api/v1/postings/" + own).status()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/postings/" + both).code()).isEqualTo("location-not-allowed");
        assertThat(owner.get("/api/v1/postings/none").status()).isEqualTo(404);
        var stranger = new Api(port, TeaShop.open(program).key(Role.OWNER));
        assertThat(stranger.get("/api/v1/postings/" + own).code()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/stock-levels?limit=0, malformed",
        "/api/v1/stock-levels?limit=201, malformed",
        "/api/v1/stock-levels?skus=A, malformed",
        "/api/v1/stock-levels?cursor=x, invalid-cursor",
        "/api/v1/movements?account=cash, malformed",
        "/api/v1/movements?type=theft, malformed",
        "/api/v1/movements?clock=local, malformed",
        "/api/v1/movements?from=yesterday, malformed",
        "/api/v1/movements?cursor=AAAA, invalid-cursor",
        "/api/v1/stock-levels/explanation?location=PARIS, malformed"
    })
    void whatCannotBeReadIsRefused(String path, String code) {
        var got = owner.get(path);
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.code()).isEqualTo(code);
    }

    @Test
    void aForeignLocationInTheQueryIsNotAllowed() {
        for (String path :
                List.of(
                        "/api/v1/stock-levels?location=PARIS",
                        "/api/v1/stock-levels?location=PARIS&sku=TEA-EARL-100",
                        "/api/v1/movements?location=PARIS",
                        "/api/v1/stock-levels/explanation?location=PARIS&sku=TEA-EARL-100")) {
            assertThat(clerk.get(path).code()).isEqualTo("location-not-allowed");
        }
    }

    @Test
    void theLedgerIsAuditedByWhoMayAndFoundEqual() {
        post("r", MovementType.RECEIPT, 0, change("LONDON", "TEA-EARL-100", 12));
        var auditor = new Api(port, shop.key(Role.AUDITOR));
        var report = auditor.send("POST", "/api/v1/ledger-audits", null);
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().path("levels").asInt()).isEqualTo(1);
        assertThat(report.json().path("movements").asInt()).isEqualTo(1);
        assertThat(report.json().path("mismatches").isEmpty()).isTrue();
        assertThat(clerk.post("/api/v1/ledger-audits", "{}").code()).isEqualTo("forbidden");
    }

    private static List<JsonNode> items(Api api, String path) {
        var got = api.get(path);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        got.json().path("items").forEach(items::add);
        return items;
    }

    private static List<JsonNode> walk(Api api, String path) {
        List<JsonNode> all = new ArrayList<>();
        String next = path;
        while (true) {
            var page = api.get(next).json();
            page.path("items").forEach(all::add);
            if (page.path("nextCursor").isNull()) {
                return all;
            }
            next = path + "&cursor=" + page.path("nextCursor").asString();
        }
    }

    private Line change(String location, String sku, long units) {
        return Sent.change(1, shop.location(location), shop.variant(sku).id(), units);
    }

    private Line count(String location, String sku, long units) {
        return Sent.count(1, shop.location(location), shop.variant(sku).id(), units);
    }

    private String post(String document, MovementType type, int seconds, Line... lines) {
        var at = Sent.NOON.plusSeconds(seconds);
        Outcome outcome =
                ledger.post(Sent.event(shop.tenant(), document, 0, type, at, List.of(lines)));
        return outcome instanceof Outcome.Applied applied ? applied.posting().toString() : "";
    }
}
