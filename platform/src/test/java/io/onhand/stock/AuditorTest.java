package io.onhand.stock;

import static onhand.testing.Sent.change;
import static onhand.testing.Sent.count;
import static onhand.testing.Sent.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.locations.LocationId;
import java.util.List;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@PlatformTest
class AuditorTest {

    @Autowired BeanFactory program;
    @Autowired Environment environment;
    @Autowired StockLedger ledger;
    @Autowired Auditor auditor;
    @Autowired Exceptions exceptions;

    private TeaShop shop;
    private LocationId london;
    private VariantId earl;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        london = shop.location("LONDON");
        earl = shop.variant("TEA-EARL-100").id();
        post("receipt", MovementType.RECEIPT, 0, change(1, london, earl, 12));
        post("count", MovementType.COUNT, 60, count(1, london, earl, 10));
        post("sale", MovementType.SALE, 120, change(1, london, earl, -2));
        post("late", MovementType.SALE, 30, change(1, london, earl, -1));
        post("count 2", MovementType.COUNT, 40, count(1, london, earl, 20));
    }

    @Test
    void aSoundLedgerHasNoMismatch() {
        var report = shop.call(auditor::audit);
        assertThat(report.mismatches()).isEmpty();
        assertThat(report.levels()).isEqualTo(1);
        assertThat(report.movements()).isEqualTo(7);
        assertThat(shop.call(() -> auditor.auditChangedSince(Sent.NOON)).mismatches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    on-hand       | update stock_level set on_hand = on_hand + 1000000
                    incoming      | update stock_level set incoming = 5
                    promised      | update stock_level set committed = 3
                    level-seq     | update stock_level set last_seq = last_seq + 1
                    bounds        | update stock_level set changed_at = changed_at + interval '1 s'
                    bounds        | update stock_level set last_count_at = null
                    level-seq     | update stock_movement set level_seq = 90 where level_seq = 5
                    balance-after | update stock_movement set balance_after = 1 where level_seq = 2
                    effective-at  | update stock_movement set recorded_at = '2020-01-01' where level_seq = 1
                    count         | update stock_count_anchor set counted = 1 where level_seq = 2
                    orphan        | delete from stock_level
                    orphan        | delete from stock_posting
                    orphan        | delete from variant
                    on-hand       | delete from stock_movement where level_seq = 7
                    """)
    void whatABrokenRowShowsIsNamed(String check, String sql) {
        asOwner(sql);
        assertThat(shop.call(auditor::audit).mismatches())
                .extracting(AuditReport.Mismatch::account)
                .contains(check);
    }

    @Test
    void aMismatchOpensAnExceptionOfItsLevel() {
        asOwner("update stock_level set on_hand = 9250000");
        shop.call(auditor::audit);
        var subject = Subject.of("LONDON", "TEA-EARL-100");
        assertThat(
                        shop.call(
                                () ->
                                        exceptions.open(
                                                ExceptionKind.LEDGER_MISMATCH, List.of(subject))))
                .containsKey(subject);
    }

    @Test
    void aMismatchNamesItsLevelAndBothNumbers() {
        asOwner("update stock_level set on_hand = 9250000");
        assertThat(shop.call(auditor::audit).mismatches())
                .singleElement()
                .satisfies(
                        mismatch -> {
                            assertThat(mismatch.sku()).isEqualTo("TEA-EARL-100");
                            assertThat(mismatch.location()).isEqualTo("LONDON");
                            assertThat(mismatch.shown()).isEqualTo("9.25");
                            assertThat(mismatch.folded()).isEqualTo("8");
                        });
    }

    /** Nobody but the owner of the tables can break them. */
    private void asOwner(String sql) {
        String ofShop = (sql.contains(" where ") ? " and " : " where ") + "tenant_id = :tenant";
        assertThat(
                        TestDatabase.owner(environment)
                                .sql(sql + ofShop)
                                .param("tenant", shop.tenant().value())
                                .update())
                .isPositive();
    }

    private void post(String document, MovementType type, int seconds, Line line) {
        ledger.post(
                event(
                        shop.tenant(),
                        document,
                        0,
                        type,
                        Sent.NOON.plusSeconds(seconds),
                        List.of(line)));
    }
}
