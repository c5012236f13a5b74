package io.onhand.channels;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.stock.AuditReport;
import io.onhand.stock.Freezes;
import io.onhand.stock.LedgerMismatch;
import io.onhand.stock.LedgerProven;
import io.onhand.stock.LevelKey;
import io.onhand.stock.StockTransactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes what the auditor of the ledger found an exception of each level, and freezes the level:
 * nothing is promised of numbers that are wrong. Only an audit that finds it right thaws it. A
 * person who closes the exception does not: the next minute's audit either thaws the level or asks
 * again.
 */
@Component
class MismatchAlarm {

    private final Exceptions exceptions;
    private final Freezes freezes;
    private final StockTransactions transactions;

    MismatchAlarm(Exceptions exceptions, Freezes freezes, StockTransactions transactions) {
        this.exceptions = exceptions;
        this.freezes = freezes;
        this.transactions = transactions;
    }

    @EventListener
    void found(LedgerMismatch found) {
        Set<LevelKey> levels =
                found.mismatches().stream()
                        .map(AuditReport.Mismatch::level)
                        .collect(Collectors.toSet());
        List<Finding> findings = found.mismatches().stream().map(MismatchAlarm::finding).toList();
        transactions.write(
                () -> {
                    freezes.freeze(levels);
                    return exceptions.raise(findings);
                });
    }

    @EventListener
    void proven(LedgerProven proven) {
        for (LedgerProven.Proven level : proven.levels()) {
            transactions.write(
                    () -> {
                        freezes.thaw(List.of(level.level()));
                        exceptions.close(
                                ExceptionKind.LEDGER_MISMATCH,
                                Subject.of(level.location(), level.sku()));
                        return level;
                    });
        }
    }

    private static Finding finding(AuditReport.Mismatch mismatch) {
        return new Finding(
                ExceptionKind.LEDGER_MISMATCH,
                Subject.of(mismatch.location(), mismatch.sku()),
                "%s shows %s, its movements say %s. "
                                .formatted(mismatch.account(), mismatch.shown(), mismatch.folded())
                        + "Nothing is promised of this level until an audit finds it right.",
                Map.of("location", mismatch.location(), "sku", mismatch.sku()));
    }
}
