package io.onhand.stock;

import io.onhand.locations.LocationId;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final AuditMeters meters;
    private final ApplicationEventPublisher events;

    Auditor(
            ProofQueries queries,
            TenantTransactions transactions,
            AuditMeters meters,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.transactions = transactions;
        this.meters = meters;
        this.events = events;
    }

    /**
     * Folds all of the current tenant's ledger again. What does not agree is published as {@link
     * LedgerMismatch} besides, and what was frozen and agrees as {@link LedgerProven}.
     */
    public AuditReport audit() {
        return audit(location -> true);
    }

    /**
     * The same, told to somebody who may know of some locations only: all is folded and published,
     * and the report counts and names what lies there.
     */
    public AuditReport audit(Predicate<LocationId> told) {
        return publish(transactions.read(() -> fold(MovementFilter.BEGINNING, true))).report(told);
    }

    /**
     * The same for the levels that changed since a time and for those that are frozen; orphans are
     * looked for among the frozen only.
     */
    AuditReport auditChangedSince(Instant since) {
        return publish(transactions.read(() -> fold(since, false))).report(location -> true);
    }

    /**
     * What was found.
     *
     * @param movements how many each level has that has any
     */
    private record Folded(
            Set<LevelKey> levels,
            Map<LevelKey, Long> movements,
            List<AuditReport.Mismatch> mismatches,
            List<LedgerProven.Proven> proven) {

        AuditReport report(Predicate<LocationId> told) {
            return new AuditReport(
                    levels.stream().filter(key -> told.test(key.location())).count(),
                    movements.entrySet().stream()
                            .filter(level -> told.test(level.getKey().location()))
                            .mapToLong(Map.Entry::getValue)
                            .sum(),
                    mismatches.stream()
                            .filter(mismatch -> told.test(mismatch.level().location()))
                            .toList());
        }
    }

    private Folded publish(Folded folded) {
        if (!folded.mismatches().isEmpty()) {
            meters.found(folded.mismatches().size());
            events.publishEvent(new LedgerMismatch(CurrentTenant.id(), folded.mismatches()));
        }
        if (!folded.proven().isEmpty()) {
            events.publishEvent(new LedgerProven(folded.proven()));
        }
        return folded;
    }

    private Folded fold(Instant since, boolean everything) {
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
        var orphans = everything ? queries.orphans() : queries.orphansOfFrozen();
        orphans.forEach(
                (key, count) ->
                        mismatches.add(
                                mismatch(key, levels.get(key), orphan(count + " movements"))));
        if (everything) {
            promisesWithoutLevel(levels, promised, mismatches);
        }
        return new Folded(
                moved(levels),
                movements(proofs),
                List.copyOf(mismatches),
                proven(levels, mismatches));
    }

    private static List<LedgerProven.Proven> proven(
            Map<LevelKey, ProofQueries.Row> levels, List<AuditReport.Mismatch> mismatches) {
        Set<LevelKey> wrong =
                mismatches.stream().map(AuditReport.Mismatch::level).collect(Collectors.toSet());
        List<LedgerProven.Proven> proven = new ArrayList<>();
        levels.forEach(
                (key, row) -> {
                    String sku = row.sku();
                    String code = row.code();
                    boolean right = row.isFrozen() && !wrong.contains(key);
                    if (right && sku != null && code != null) {
                        proven.add(new LedgerProven.Proven(key, sku, code));
                    }
                });
        return proven;
    }

    private static Set<LevelKey> moved(Map<LevelKey, ProofQueries.Row> levels) {
        return levels.entrySet().stream()
                .filter(level -> level.getValue().shown().lastSeq() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<LevelKey, Long> movements(Map<LevelKey, LevelProof> proofs) {
        return proofs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().movements()));
    }

    private static void promisesWithoutLevel(
            Map<LevelKey, ProofQueries.Row> levels,
            Map<LevelKey, Long> promised,
            List<AuditReport.Mismatch> mismatches) {
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
