package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.util.UUID;
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

@WebTest
class AdjustmentTest {

    private static final String PATH = "/api/v1/adjustments";
    private static final String TEN =
            """
            {"location":"LONDON","reason":"found","note":"behind the shelf",\
            "lines":[{"sku":"TEA-EARL-100","quantity":"10"}]}""";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Api api;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        api = new Api(port, shop.key(Role.OWNER));
    }

    @Test
    void anAdjustmentMovesStockAndAnswersTheLevels() {
        var got = api.post(PATH, TEN);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        assertThat(got.json().at("/lines/0").toString())
                .isEqualTo("{\"sku\":\"TEA-EARL-100\",\"onHand\":\"10\",\"version\":1}");
        assertThat(got.header("Location"))
                .contains("/api/v1/postings/" + got.json().path("posting").asString());
        assertThat(api.get(got.header("Location").orElseThrow()).status()).isEqualTo(200);
    }

    @Test
    void theSameRequestAgainIsAnsweredAsTheFirstTimeAlsoAfterTheLevelMovedOn() {
        String key = UUID.randomUUID().toString();
        var first = api.post(PATH, key, TEN);
        api.post(PATH, TEN);
        var again =
                api.post(
                        PATH,
                        key,
                        """
                        {"lines":[{"quantity":"10.00","sku":"TEA-EARL-100"}],
                        "note":"behind the shelf", "reason":"found", "location":"LONDON"}""");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.replayed()).isTrue();
        assertThat(first.replayed()).isFalse();
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedAlsoIfOnlyTheNoteDiffers() {
        String key = UUID.randomUUID().toString();
        api.post(PATH, key, TEN);
        var other = api.post(PATH, key, TEN.replace("behind", "under"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void twoCallersWithOneKeyMakeTwoPostings() {
        String key = UUID.randomUUID().toString();
        api.post(PATH, key, TEN);
        var second = new Api(port, shop.key(Role.MANAGER)).post(PATH, key, TEN);
        assertThat(second.json().at("/lines/0/onHand").asString()).isEqualTo("20");
    }

    @Test
    void aRefusalIsGivenAgainAndItsKeyStandsForItsBody() {
        String key = UUID.randomUUID().toString();
        String unknown = TEN.replace("TEA-EARL-100", "TEA-NEW");
        var first = api.post(PATH, key, unknown);
        assertThat(first.status()).isEqualTo(422);
        assertThat(first.json().at("/errors/0/code").asString()).isEqualTo("unknown-sku");
        assertThat(first.json().at("/errors/0/pointer").asString()).isEqualTo("/lines/0/sku");
        var again = api.post(PATH, key, unknown);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.replayed()).isTrue();
        assertThat(api.post(PATH, key, TEN).code()).isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/location|missing",
                "{\"x\":1}|/x|unknown-field",
                "[]|''|wrong-type",
                "{\"reason\":\"why\"}|/reason|unknown-reason",
                "{\"lines\":[]}|/lines|too-few-lines",
                "{\"lines\":[{\"sku\":\"\",\"quantity\":\"1\"}]}|/lines/0/sku|bad-code",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}|/lines/0/quantity|bad-quantity",
                "{\"occurredAt\":\"yesterday\"}|/occurredAt|bad-time",
            })
    void whatIsWrongIsNamed(String body, String pointer, String code) {
        var got = api.post(PATH, body);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.code()).isEqualTo("invalid");
        assertThat(got.json().path("errors").toString())
                .contains("{\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void aSkuStandsInABodyOnce() {
        var line = "{\"sku\":\"TEA-EARL-100\",\"quantity\":\"10\"}";
        var got = api.post(PATH, TEN.replace(line, line + "," + line));
        assertThat(got.json().at("/errors/0/code").asString()).isEqualTo("repeated-sku");
    }

    @Test
    void withoutAKeyNothingIsPosted() {
        var got = api.send("POST", PATH, TEN);
        assertThat(got.code()).isEqualTo("idempotency-key-missing");
        assertThat(got.status()).isEqualTo(400);
        assertThat(api.post(PATH, "k".repeat(201), TEN).code()).isEqualTo("malformed");
    }

    @Test
    void aClerkOfLondonAdjustsNothingInParis() {
        var clerk = new Api(port, shop.key(Role.CLERK, "LONDON"));
        assertThat(clerk.post(PATH, TEN).status()).isEqualTo(201);
        var paris = clerk.post(PATH, TEN.replace("LONDON", "PARIS"));
        assertThat(paris.status()).isEqualTo(403);
        assertThat(paris.code()).isEqualTo("location-not-allowed");
    }

    @Test
    void aPostingIsTakenBackOnce() {
        var posting = api.post(PATH, TEN);
        String path = "/api/v1/postings/" + posting.json().path("posting").asString();
        var taken = api.post(path + "/reversals", "key", "{\"note\":\"wrong shelf\"}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.json().at("/lines/0/onHand").asString()).isEqualTo("0");
        var again = api.post(path + "/reversals", "key", "{\"note\":\"wrong shelf\"}");
        assertThat(again.text()).isEqualTo(taken.text());
        assertThat(again.replayed()).isTrue();
        assertThat(api.post(path + "/reversals", "key", "{}").code())
                .isEqualTo("idempotency-key-reused");
        assertThat(api.post(path + "/reversals", "{\"note\":\"wrong shelf\"}").code())
                .isEqualTo("wrong-state");
        var reversal = "/api/v1/postings/" + taken.json().path("posting").asString();
        assertThat(api.post(reversal + "/reversals", "{}").code()).isEqualTo("wrong-state");
    }

    @Test
    void whatIsNotThereCannotBeTakenBack() {
        assertThat(api.post("/api/v1/postings/x/reversals", "{}").status()).isEqualTo(404);
        var nobody = "/api/v1/postings/" + UUID.randomUUID() + "/reversals";
        assertThat(api.post(nobody, "{}").status()).isEqualTo(404);
    }
}
