package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody who is limited to London learns of Paris by ids and sums alone. */
@WebTest
class LocationLimitTest {

    private static final String LINES =
            "\"lines\":[{\"sku\":\"TEA-EARL-100\",\"quantity\":\"3\"}]}";

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired MachineClock clock;

    private TeaShop shop;
    private Api owner;
    private Api limited;
    private String posting;

    @BeforeEach
    void stockInParis() {
        shop = TeaShop.open(program);
        owner = new Api(port, shop.key(Role.OWNER));
        limited = new Api(port, shop.key(Role.MANAGER, "LONDON"));
        posting = found("PARIS");
    }

    @Test
    void aRefusalDoesNotNameTheLocationThatOnlyAnIdLedTo() {
        String reservation = "/api/v1/reservations/" + promised();
        isRefusedWithoutAName(limited.get("/api/v1/postings/" + posting));
        isRefusedWithoutAName(limited.post("/api/v1/postings/" + posting + "/reversals", "{}"));
        isRefusedWithoutAName(limited.get(reservation));
        isRefusedWithoutAName(limited.delete(reservation));
        isRefusedWithoutAName(limited.post(reservation + "/fulfilments", "{}"));
    }

    @Test
    void aRefusalNamesTheLocationThatTheCallerNamed() {
        assertThat(limited.get("/api/v1/movements?location=PARIS").text()).contains("PARIS ");
    }

    @Test
    void aRevisionDoesNotTellWhereItsDocumentStands() {
        var till = Till.of(program, port, shop, Role.OWNER);
        till.result(Till.sale("s-1", "TEA-EARL-100", "1").replace("LONDON", "PARIS"));
        String moved =
                Till.sale("s-1", "TEA-EARL-100", "1")
                        .replace("\"type\"", "\"revision\":1,\"type\"");
        isRefusedWithoutAName(new Till(limited, till.connection()).send(moved));
    }

    @Test
    void aLedgerAuditCountsTheOwnLocationsOnly() {
        found("LONDON");
        found("LONDON");
        var auditor = new Api(port, shop.key(Role.AUDITOR, "LONDON"));
        var own = auditor.send("POST", "/api/v1/ledger-audits", null).json();
        assertThat(own.get("levels").asInt()).isEqualTo(1);
        assertThat(own.get("movements").asInt()).isEqualTo(2);
        var all = owner.send("POST", "/api/v1/ledger-audits", null).json();
        assertThat(all.get("levels").asInt()).isEqualTo(2);
        assertThat(all.get("movements").asInt()).isEqualTo(3);
    }

    private static void isRefusedWithoutAName(Api.Got got) {
        assertThat(got.status()).isEqualTo(403);
        assertThat(got.code()).isEqualTo("location-not-allowed");
        assertThat(got.text()).doesNotContain("PARIS");
    }

    private String found(String location) {
        var got =
                owner.post(
                        "/api/v1/adjustments",
                        "{\"location\":\"%s\",\"reason\":\"found\",".formatted(location) + LINES);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        return got.json().get("posting").asString();
    }

    private String promised() {
        var got =
                owner.post(
                        "/api/v1/reservations",
                        "{\"location\":\"PARIS\",\"owner\":\"me\",\"expiresAt\":\"%s\","
                                        .formatted(clock.now().plus(Duration.ofHours(1)))
                                + LINES);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        return got.json().get("id").asString();
    }
}
