package io.onhand.stock;

import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Proves that every level is the fold of its movements and that the laws of the ledger hold. It
 * reads one moment of the database: its transaction is read only and SERIALIZABLE.
 */
@Component
public class Auditor {

    private final ProofQueries queries;
    private final TenantTransactions transactions;
    private final ApplicationEventPublisher events;

    Auditor(
            ProofQueries queries,
            TenantTransactions transactions,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.transactions = transactions;
        this.events = events;
    }

    /**
     * Folds all of the current tenant's ledger again. What does not agree is published as {@link
     * LedgerMismatch} besides.
     */
    public AuditReport audit() {
        return publish(transactions.read(() -> fold(MovementFilter.BEGINNING, true)));
    }

    /** The same for the levels that changed since a time, without the search for orphans. */
    AuditReport auditChangedSince(Instant since) {
        return publish(transactions.read(() -> fold(since, false)));
    }

    private AuditReport publish(AuditReport report) {
        if (!report.mismatches().isEmpty()) {
            events.publishEvent(new LedgerMismatch(CurrentTenant.id(), report.mismatches()));
        }
        return report;
    }

    private AuditReport fold(Instant since, boolean everything) {
        Map<LevelKey, ProofQueries.Row> levels = queries.levels(since);
        var anchors = queries.anchors(since);
        Map<LevelKey, LevelProof> proofs = new HashMap<>();
        queries.movements(
                since,
                (key, fact) ->
                        proofs.computeIfAbsent(
                                        key,
                                        k -> new LevelProof(anchors.getOrDefault(k, List.of())))
                                .add(fact));
        var promised = queries.promised();
        List<AuditReport.Mismatch> mismatches = new ArrayList<>();
        levels.forEach(
                (key, row) -> {
                    LevelProof proof =
                            Objects.requireNonNullElseGet(
                                    proofs.get(key), () -> new LevelProof(List.of()));
                    proof.against(row.shown(), promised.getOrDefault(key, 0L))
                            .forEach(finding -> mismatches.add(mismatch(key, row, finding)));
                    if (row.sku() == null || row.code() == null) {
                        mismatches.add(mismatch(key, row, orphan("no such variant or location")));
                    }
                });
        if (everything) {
            orphans(levels, promised, mismatches);
        }
        return new AuditReport(
                levels.values().stream().filter(row -> row.shown().lastSeq() > 0).count(),
                proofs.values().stream().mapToLong(LevelProof::movements).sum(),
                List.copyOf(mismatches));
    }

    private void orphans(
            Map<LevelKey, ProofQueries.Row> levels,
            Map<LevelKey, Long> promised,
            List<AuditReport.Mismatch> mismatches) {
        queries.orphans()
                .forEach(
                        (key, count) ->
                                mismatches.add(
                                        mismatch(
                                                key,
                                                levels.get(key),
                                                orphan(count + " movements"))));
        promised.keySet().stream()
                .filter(key -> !levels.containsKey(key))
                .forEach(key -> mismatches.add(mismatch(key, null, orphan("a promise"))));
    }

    private static LevelProof.Finding orphan(String what) {
        return new LevelProof.Finding("orphan", "none", what);
    }

    private static AuditReport.Mismatch mismatch(
            LevelKey key, ProofQueries.@Nullable Row row, LevelProof.Finding finding) {
        String sku = row == null ? null : row.sku();
        String code = row == null ? null : row.code();
        return new AuditReport.Mismatch(
                key,
                Objects.requireNonNullElseGet(sku, () -> key.variant().toString()),
                Objects.requireNonNullElseGet(code, () -> key.location().toString()),
                finding.check(),
                finding.shown(),
                finding.folded());
    }
}
