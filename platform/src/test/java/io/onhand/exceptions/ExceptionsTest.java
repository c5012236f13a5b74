package io.onhand.exceptions;

import static io.onhand.exceptions.ExceptionKind.NEGATIVE_STOCK;
import static io.onhand.exceptions.ExceptionKind.UNKNOWN_VARIANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class ExceptionsTest {

    private static final Subject EARL = Subject.of("LONDON", "TEA-EARL-100");

    @Autowired BeanFactory program;
    @Autowired Exceptions exceptions;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient app;

    @Test
    void whatIsRaisedAgainIsTheSameExceptionAndCounted() {
        var shop = TeaShop.open(program);
        var first = shop.call(() -> raise(EARL));
        assertThat(shop.call(() -> raise(EARL))).isEqualTo(first);
        assertThat(repeats(shop, first)).isEqualTo(2);
    }

    @Test
    void aFindingThatComesTwiceInOneCallIsCountedTwice() {
        var shop = TeaShop.open(program);
        var finding = new Finding(NEGATIVE_STOCK, EARL, "Below zero.", Map.of());
        var other = new Finding(UNKNOWN_VARIANT, EARL, "Unknown.", Map.of());
        var raised = shop.call(() -> exceptions.raise(List.of(finding, other, finding)));
        assertThat(raised.get(0)).isEqualTo(raised.get(2)).isNotEqualTo(raised.get(1));
        assertThat(repeats(shop, raised.getFirst())).isEqualTo(2);
    }

    @Test
    void onceClosedItOpensAnew() {
        var shop = TeaShop.open(program);
        var first = shop.call(() -> raise(EARL));
        shop.run(() -> exceptions.close(NEGATIVE_STOCK, EARL));
        assertThat(shop.call(() -> exceptions.open(NEGATIVE_STOCK, List.of(EARL)))).isEmpty();
        var second = shop.call(() -> raise(EARL));
        assertThat(second).isNotEqualTo(first);
        assertThat(shop.call(() -> exceptions.open(NEGATIVE_STOCK, List.of(EARL))))
                .containsEntry(EARL, second);
    }

    @Test
    void raisedByManyAtOnceItIsOne() throws Exception {
        var shop = TeaShop.open(program);
        Callable<ExceptionId> raising = () -> shop.call(() -> raise(EARL));
        List<ExceptionId> ids = new ArrayList<>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (Future<ExceptionId> id : senders.invokeAll(Collections.nCopies(20, raising))) {
                ids.add(id.get());
            }
        }
        assertThat(ids).hasSize(20).containsOnly(ids.getFirst());
        assertThat(repeats(shop, ids.getFirst())).isEqualTo(20);
    }

    @Test
    void namesWithSlashesDoNotMeet() {
        assertThat(Subject.of("A/B", "C")).isNotEqualTo(Subject.of("A", "B/C"));
        assertThat(Subject.of("A/B", "C~")).hasToString("A~1B/C~0");
    }

    private ExceptionId raise(Subject subject) {
        return exceptions.raise(NEGATIVE_STOCK, subject, "Below zero.", Map.of("sku", "TEA"));
    }

    private long repeats(TeaShop shop, ExceptionId id) {
        return shop.call(
                () ->
                        transactions.<Long>read(
                                () ->
                                        app.sql(
                                                        """
                                                        select repeats from exception
                                                        where exception_id = :id
                                                        """)
                                                .param("id", id.value())
                                                .query(Long.class)
                                                .single()));
    }
}
