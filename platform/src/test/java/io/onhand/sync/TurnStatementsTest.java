package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns that are due when no loop of this program looks yet. */
@PlatformTest
class TurnStatementsTest {

    private static final Instant DUE = Instant.parse("2199-01-01T00:00:00Z");

    @Autowired BeanFactory program;
    @Autowired TurnStatements turns;
    @Autowired TenantTransactions transactions;

    @Autowired
    @Qualifier("system")
    JdbcClient system;

    private final SourceId till = new SourceId(Region.HOME.newId());

    @BeforeEach
    void open() {
        TeaShop.open(program)
                .run(
                        () ->
                                transactions.write(
                                        () -> {
                                            turns.add(till, DUE);
                                            turns.add(till, DUE);
                                            return till;
                                        }));
    }

    @Test
    void oneProgramHasATurnAndAnotherTakesOverWhenItDied() {
        Turn first = lease(DUE);
        assertThat(turns.leaseNow(till, Turn.Kind.PULL, DUE, DUE.plus(Hold.LEASE))).isEmpty();
        assertThat(turns.keep(first, DUE.plus(Hold.LEASE))).isTrue();
        Turn second = lease(DUE.plus(Hold.LEASE));
        assertThat(Hold.LEASE).hasSeconds(35);
        assertThat(turns.keep(first, DUE.plusSeconds(100))).as("who lost it").isFalse();
        assertThat(turns.keep(second, DUE.plusSeconds(100))).isTrue();
    }

    @Test
    void aCallDuringATurnIsNotForgotten() {
        Turn turn = lease(DUE);
        turns.call(till, Turn.Kind.PULL, DUE);
        turns.end(turn, DUE, DUE.plusSeconds(60), 0);
        assertThat(lease(DUE).calls()).isEqualTo(1);
    }

    @Test
    void aVendorThatAsksForTimeGetsItWhoeverCalls() {
        Turn turn = lease(DUE);
        turns.call(till, Turn.Kind.PULL, DUE);
        turns.end(turn, DUE, DUE.plusSeconds(600), 1);
        assertThat(due()).isEqualTo(DUE.plusSeconds(600));
        Turn next = lease(DUE);
        turns.call(till, Turn.Kind.PULL, DUE);
        turns.end(next, DUE, DUE.plusSeconds(60), 0);
        assertThat(due()).as("a call meanwhile").isEqualTo(Turn.Kind.PULL.calledAt(DUE));
    }

    @Test
    void messagesByTheHundredCallForOneTurnASecond() {
        turns.end(lease(DUE), DUE, DUE.plusSeconds(60), 0);
        turns.call(till, Turn.Kind.PULL, DUE);
        turns.call(till, Turn.Kind.PULL, DUE.plusMillis(900));
        assertThat(due()).isEqualTo(DUE.plusSeconds(1));
    }

    private Instant due() {
        return system.sql(
                        "select due_at from sync_turn where connection_id = :till and kind = 'pull'")
                .param("till", till.value())
                .query((row, number) -> row.getObject("due_at", OffsetDateTime.class).toInstant())
                .single();
    }

    private Turn lease(Instant now) {
        return turns.leaseNow(till, Turn.Kind.PULL, now, now.plus(Hold.LEASE)).orElseThrow();
    }
}
