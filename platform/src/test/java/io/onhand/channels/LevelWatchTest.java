package io.onhand.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.relay.OutboxEvent;
import io.onhand.stock.LevelsChanged;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.MachineClock;
import java.util.List;
import java.util.Map;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class LevelWatchTest {

    private static final String SKU = "TEA-EARL-100";
    private static final Subject LEVEL = Subject.of("LONDON", SKU);

    @Autowired BeanFactory program;
    @Autowired LevelWatch watch;
    @Autowired StockLedger ledger;
    @Autowired Exceptions exceptions;
    @Autowired MachineClock clock;

    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
    }

    @Test
    void anExceptionThatNobodyOpenedAfterTheCommitIsOpenedFromTheOutbox() {
        move(-1);
        shop.run(() -> exceptions.close(ExceptionKind.NEGATIVE_STOCK, LEVEL));
        hand("below-zero");
        assertThat(isOpen()).isTrue();
        hand("below-zero");
        assertThat(isOpen()).isTrue();
    }

    @Test
    void anExceptionWhoseCauseIsGoneIsClosedAndALateEventDoesNotOpenItAgain() {
        move(-1);
        move(3);
        shop.run(
                () ->
                        exceptions.raise(
                                ExceptionKind.NEGATIVE_STOCK, LEVEL, "Forgotten.", Map.of()));
        hand("above-zero");
        assertThat(isOpen()).isFalse();
        hand("below-zero");
        assertThat(isOpen()).isFalse();
    }

    @Test
    void whatTurnedNothingAsksNothing() {
        move(3);
        shop.run(() -> exceptions.raise(ExceptionKind.NEGATIVE_STOCK, LEVEL, "By hand.", Map.of()));
        hand(null);
        assertThat(isOpen()).isTrue();
    }

    private boolean isOpen() {
        return shop.call(
                () ->
                        exceptions
                                .open(ExceptionKind.NEGATIVE_STOCK, List.of(LEVEL))
                                .containsKey(LEVEL));
    }

    private void move(long units) {
        var posting =
                Sent.event(
                        shop.tenant(),
                        MovementType.ADJUSTMENT,
                        Sent.NOON,
                        Sent.change(1, shop.location("LONDON"), shop.variant(SKU).id(), units));
        assertThat(shop.call(() -> ledger.post(posting))).isInstanceOf(Outcome.Applied.class);
    }

    private void hand(@Nullable String crossed) {
        var level =
                new LevelsChanged.Level(
                        shop.variant(SKU).id().toString(),
                        "0",
                        "0",
                        "0",
                        "0",
                        "0",
                        "0",
                        1,
                        1,
                        crossed,
                        null,
                        null,
                        null);
        OutboxEvent event = ChangedLevel.row(shop, level, clock.now(), clock.now());
        shop.run(() -> watch.work(List.of(event)));
    }
}
