package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.inbox.Settlement;
import io.onhand.inbox.SettlementResult;
import io.onhand.inbox.Settlements;
import java.util.List;
import java.util.Map;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * A till that is compared with a shop, and what becomes of its differences.
 *
 * @param sku that differs
 */
record ComparedTill(BeanFactory program, TeaShop shop, TillScript till, String sku) {

    /** A connection of the till. Its first look, by itself, is over. */
    Connection connect(Mode mode, Map<String, String> settings) {
        return till.connectCompared(program, shop, mode, settings);
    }

    ReconciliationReport reconcile(Connection connection) {
        return shop.call(() -> program.getBean(Reconciliations.class).run(connection));
    }

    /** The kind of the only difference. */
    static String kind(ReconciliationReport report) {
        assertThat(report.differences()).hasSize(1);
        return report.differences().getFirst().kind().word();
    }

    /** The open exception about the SKU in London. */
    @Nullable ExceptionId drift(Connection connection) {
        Subject subject = Subject.of(connection.code(), "LONDON", sku);
        var exceptions = program.getBean(Exceptions.class);
        return shop.call(() -> exceptions.open(ExceptionKind.DRIFT, List.of(subject))).get(subject);
    }

    SettlementResult settle(ExceptionId drift, Settlement settlement) {
        return shop.call(() -> program.getBean(Settlements.class).settle(drift, settlement));
    }
}
