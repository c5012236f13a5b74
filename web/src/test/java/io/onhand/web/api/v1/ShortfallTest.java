package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.identity.Role;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A level that shows less than there can be is work for a person, whoever moved it there. */
@WebTest
class ShortfallTest {

    private static final Subject EARL = Subject.of("LONDON", "TEA-EARL-100");

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired Exceptions exceptions;
    @Autowired MachineClock clock;

    private TeaShop shop;
    private Api api;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        api = new Api(port, shop.key(Role.OWNER));
    }

    @Test
    void anAdjustmentBelowZeroOpensAnExceptionAndOneAboveClosesIt() {
        adjust("-2");
        var first = open(ExceptionKind.NEGATIVE_STOCK);
        assertThat(first).isPresent();
        adjust("1");
        assertThat(open(ExceptionKind.NEGATIVE_STOCK)).isEqualTo(first);
        adjust("1");
        assertThat(open(ExceptionKind.NEGATIVE_STOCK)).isEmpty();
        adjust("-1");
        assertThat(open(ExceptionKind.NEGATIVE_STOCK)).isPresent().isNotEqualTo(first);
    }

    @Test
    void aSourceEventClosesItToo() {
        var till = Till.of(program, port, shop, Role.OWNER);
        var sold = till.result(Till.sale("s-1", "TEA-EARL-100", "2"));
        assertThat(sold.get("exception").asString())
                .isEqualTo(open(ExceptionKind.NEGATIVE_STOCK).orElseThrow().toString());
        till.result(Till.sale("s-2", "TEA-EARL-100", "-2"));
        assertThat(open(ExceptionKind.NEGATIVE_STOCK)).isEmpty();
        var again = till.result(Till.sale("s-3", "TEA-EARL-100", "1"));
        assertThat(again.get("exception").asString())
                .isNotEqualTo(sold.get("exception").asString())
                .isEqualTo(open(ExceptionKind.NEGATIVE_STOCK).orElseThrow().toString());
    }

    @Test
    void aFulfilmentOfWhatIsGoneOpensOne() {
        adjust("3");
        String reservation = "/api/v1/reservations/" + promised("3");
        adjust("-3");
        assertThat(open(ExceptionKind.OVERSOLD_PROMISE)).isPresent();
        assertThat(open(ExceptionKind.NEGATIVE_STOCK)).isEmpty();
        var sold = api.post(reservation + "/fulfilments", "{}");
        assertThat(sold.status()).as(sold.text()).isEqualTo(201);
        assertThat(open(ExceptionKind.NEGATIVE_STOCK)).isPresent();
        assertThat(open(ExceptionKind.OVERSOLD_PROMISE)).isEmpty();
    }

    @Test
    void aPromiseGivenBackIsNoLongerOversold() {
        adjust("3");
        String reservation = "/api/v1/reservations/" + promised("3");
        adjust("-1");
        assertThat(open(ExceptionKind.OVERSOLD_PROMISE)).isPresent();
        api.delete(reservation);
        assertThat(open(ExceptionKind.OVERSOLD_PROMISE)).isEmpty();
    }

    private Optional<ExceptionId> open(ExceptionKind kind) {
        return Optional.ofNullable(shop.call(() -> exceptions.open(kind, List.of(EARL))).get(EARL));
    }

    private void adjust(String quantity) {
        var got =
                api.post(
                        "/api/v1/adjustments",
                        """
                        {"location":"LONDON","reason":"found",\
                        "lines":[{"sku":"TEA-EARL-100","quantity":"%s"}]}"""
                                .formatted(quantity));
        assertThat(got.status()).as(got.text()).isEqualTo(201);
    }

    private String promised(String quantity) {
        var got =
                api.post(
                        "/api/v1/reservations",
                        """
                        {"location":"LONDON","owner":"order 7","expiresAt":"%s",\
                        "lines":[{"sku":"TEA-EARL-100","quantity":"%s"}]}"""
                                .formatted(clock.now().plus(Duration.ofHours(1)), quantity));
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        return got.json().get("id").asString();
    }
}
