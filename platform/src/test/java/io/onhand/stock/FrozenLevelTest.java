package io.onhand.stock;

import static onhand.testing.Sent.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.Region;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A level that an audit found wrong, with ten on hand in truth. */
@PlatformTest
class FrozenLevelTest {

    private static final Subject LEVEL = Subject.of("LONDON", "TEA-EARL-100");

    @Autowired BeanFactory program;
    @Autowired Environment environment;
    @Autowired StockLedger ledger;
    @Autowired Auditor auditor;
    @Autowired Exceptions exceptions;
    @Autowired BusinessClock clock;

    private TeaShop shop;
    private LocationId london;
    private VariantId earl;

    @BeforeEach
    void breakALevel() throws SQLException {
        shop = TeaShop.open(program);
        london = shop.location("LONDON");
        earl = shop.variant("TEA-EARL-100").id();
        move(MovementType.RECEIPT, earl, 10);
        addBehindTheLedgersBack(1);
        shop.call(auditor::audit);
    }

    @Test
    void nothingIsPromisedOfItAndOtherLevelsGoOn() {
        assertThat(promise(earl))
                .isEqualTo(
                        new Outcome.Refused(List.of(new Outcome.Refused.Short(1, Quantity.ZERO))));
        VariantId mint = shop.variant("TEA-MINT-50").id();
        move(MovementType.RECEIPT, mint, 1);
        assertThat(promise(mint)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void salesArePostedAndLeaveItFrozen() {
        move(MovementType.SALE, earl, -2);
        assertThat(shop.onHand("LONDON", "TEA-EARL-100")).isEqualTo("9");
        assertThat(promise(earl)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anAuditThatFindsItRightEndsBothTheFreezeAndTheException() throws SQLException {
        addBehindTheLedgersBack(-1);
        assertThat(shop.call(auditor::audit).mismatches()).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(promise(earl)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void aLevelThatRestsIsThawedByTheMinutesAuditOnceItWasRepaired() throws SQLException {
        addBehindTheLedgersBack(-1);
        assertThat(ofTheMinute().mismatches()).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(promise(earl)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void closingTheExceptionPromisesNothingAndTheMinutesAuditAsksAgain() {
        shop.call(() -> exceptions.close(open().orElseThrow()));
        assertThat(promise(earl)).isInstanceOf(Outcome.Refused.class);
        assertThat(ofTheMinute().mismatches()).isNotEmpty();
        assertThat(open()).isPresent();
        assertThat(promise(earl)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theMinutesAuditThawsNoLevelWhoseMovementsHaveNoPosting() throws SQLException {
        asOwner("delete from stock_posting where tenant_id = ?", shop.tenant().value());
        addBehindTheLedgersBack(-1);
        assertThat(ofTheMinute().mismatches())
                .extracting(AuditReport.Mismatch::account)
                .containsExactly("orphan");
        assertThat(promise(earl)).isInstanceOf(Outcome.Refused.class);
    }

    /** An audit of the levels that changed after all that happened here. */
    private AuditReport ofTheMinute() {
        return shop.call(() -> auditor.auditChangedSince(clock.now().plusSeconds(60)));
    }

    private Optional<ExceptionId> open() {
        return Optional.ofNullable(
                shop.call(() -> exceptions.open(ExceptionKind.LEDGER_MISMATCH, List.of(LEVEL)))
                        .get(LEVEL));
    }

    private Outcome promise(VariantId variant) {
        var promise =
                new Promise(
                        new ReservationId(Region.HOME.newId()),
                        "order",
                        clock.now().plusSeconds(3_600));
        var line = new Line.Grant(1, "1", london, variant, Quantity.ofUnits(1));
        var asked =
                Sent.promise(
                        shop.tenant(),
                        UUID.randomUUID().toString(),
                        clock.now(),
                        promise,
                        List.of(line));
        return shop.call(() -> ledger.post(asked));
    }

    private void move(MovementType type, VariantId variant, long units) {
        var posting = Sent.event(shop.tenant(), type, Sent.NOON, change(1, london, variant, units));
        assertThat(shop.call(() -> ledger.post(posting))).isInstanceOf(Outcome.Applied.class);
    }

    private void addBehindTheLedgersBack(int units) throws SQLException {
        asOwner(
                """
                update stock_level set on_hand = on_hand + ? * 1000000
                where tenant_id = ? and variant_id = ?
                """,
                units,
                shop.tenant().value(),
                earl.value());
    }

    /** Changes one row. */
    private void asOwner(String sql, Object... parameters) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                setting("url"),
                                setting("owner.username"),
                                setting("owner.password"));
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private String setting(String name) {
        return environment.getRequiredProperty("onhand.database." + name);
    }
}
