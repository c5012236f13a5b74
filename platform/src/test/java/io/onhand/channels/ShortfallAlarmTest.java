package io.onhand.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.stock.StockTransactions;
import java.util.List;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ShortfallAlarmTest {

    private static final Subject EARL = Subject.of("LONDON", "TEA-EARL-100");

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired StockTransactions stock;
    @Autowired Exceptions exceptions;

    @Test
    void whatADocumentPostsInItsOwnTransactionOpensAndClosesExceptionsOnceThatHasCommitted() {
        var shop = TeaShop.open(program);
        shop.run(() -> post(shop, "out", -1));
        assertThat(shop.call(this::open)).isTrue();
        shop.run(() -> post(shop, "in", 1));
        assertThat(shop.call(this::open)).isFalse();
    }

    private void post(TeaShop shop, String document, long units) {
        var line =
                Sent.change(1, shop.location("LONDON"), shop.variant("TEA-EARL-100").id(), units);
        var posting =
                Sent.event(
                        shop.tenant(),
                        document,
                        0,
                        MovementType.ADJUSTMENT,
                        Sent.NOON,
                        List.of(line));
        assertThat(stock.write(() -> ledger.postHere(List.of(posting)))).hasSize(1);
    }

    private boolean open() {
        return exceptions.open(ExceptionKind.NEGATIVE_STOCK, List.of(EARL)).containsKey(EARL);
    }
}
