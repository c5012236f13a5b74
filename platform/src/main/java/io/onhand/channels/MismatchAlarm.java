package io.onhand.channels;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.stock.AuditReport;
import io.onhand.stock.LedgerMismatch;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes what the auditor of the ledger found an exception of each level. */
@Component
class MismatchAlarm {

    private final Exceptions exceptions;

    MismatchAlarm(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @EventListener
    void found(LedgerMismatch found) {
        exceptions.raise(found.mismatches().stream().map(MismatchAlarm::finding).toList());
    }

    private static Finding finding(AuditReport.Mismatch mismatch) {
        return new Finding(
                ExceptionKind.LEDGER_MISMATCH,
                Subject.of(mismatch.location(), mismatch.sku()),
                "%s shows %s, its movements say %s"
                        .formatted(mismatch.account(), mismatch.shown(), mismatch.folded()),
                Map.of("location", mismatch.location(), "sku", mismatch.sku()));
    }
}
