package io.onhand.web.api.v1;

import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.stock.AuditReport;
import io.onhand.stock.Auditor;
import io.onhand.web.security.Needs;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proves the ledger. */
@RestController
class LedgerAuditController {

    private final Auditor auditor;

    LedgerAuditController(Auditor auditor) {
        this.auditor = auditor;
    }

    /** What the auditor found, as callers see it. */
    record LedgerAuditAnswer(long levels, long movements, List<MismatchAnswer> mismatches) {}

    /**
     * A level that is not the fold of its movements, as callers see it.
     *
     * @param account the account, or the law that is broken
     */
    record MismatchAnswer(
            String sku, String location, String account, String shown, String folded) {

        static MismatchAnswer of(AuditReport.Mismatch mismatch) {
            return new MismatchAnswer(
                    mismatch.sku(),
                    mismatch.location(),
                    mismatch.account(),
                    mismatch.shown(),
                    mismatch.folded());
        }
    }

    /** Folds all of the tenant's ledger again, now. */
    @PostMapping("/api/v1/ledger-audits")
    @Needs(value = Permission.AUDIT_LEDGER, location = Needs.LocationIn.FILTER)
    LedgerAuditAnswer audit(Caller caller) {
        AuditReport report = auditor.audit(caller.limit()::allows);
        return new LedgerAuditAnswer(
                report.levels(),
                report.movements(),
                report.mismatches().stream().map(MismatchAnswer::of).toList());
    }
}
