package io.onhand.audit;

import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Seals the current tenant's audit entries into a chain, and looks whether it holds. */
@Component
public class AuditSeals {

    /** Entries under one seal. */
    static final int ENTRIES_PER_SEAL_MAX = 10_000;

    private static final int SEALS_PER_READ_MAX = 100;
    private static final AuditQueries.Position BEGINNING =
            AuditQueries.Position.before(AuditFilter.FIRST);

    private final SealStatements statements;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    AuditSeals(SealStatements statements, TenantTransactions transactions, BusinessClock clock) {
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Seals what was written since the last seal.
     *
     * @param before only entries earlier than this; none of them may still be on its way into the
     *     database
     */
    public void seal(Instant before) {
        long sealed;
        do {
            sealed = transactions.write(() -> sealSome(before));
        } while (sealed == ENTRIES_PER_SEAL_MAX);
    }

    private long sealSome(Instant before) {
        var last = statements.last();
        var after = last.map(Seal::last).orElse(BEGINNING);
        var entries = statements.since(after, before, ENTRIES_PER_SEAL_MAX);
        if (!entries.isEmpty()) {
            statements.insert(next(last, entries));
        }
        return entries.size();
    }

    private Seal next(Optional<Seal> last, List<AuditEntry> entries) {
        byte[] hash = SealHash.of(last.map(Seal::hashBytes).orElse(SealHash.NONE), entries);
        return new Seal(
                last.map(Seal::number).orElse(0L) + 1,
                clock.now(),
                entries.getLast().position(),
                entries.size(),
                HexFormat.of().formatHex(hash));
    }

    /** Computes every seal again and names those that do not hold. */
    public SealReport verify() {
        List<Long> broken = new ArrayList<>();
        Optional<Seal> former = Optional.empty();
        for (List<Seal> seals = after(former); !seals.isEmpty(); seals = after(former)) {
            for (Seal seal : seals) {
                if (!holds(former, seal)) {
                    broken.add(seal.number());
                }
                former = Optional.of(seal);
            }
        }
        return new SealReport(former.map(Seal::number).orElse(0L), broken);
    }

    private List<Seal> after(Optional<Seal> former) {
        long number = former.map(Seal::number).orElse(0L);
        return transactions.read(() -> statements.after(number, SEALS_PER_READ_MAX));
    }

    private boolean holds(Optional<Seal> former, Seal seal) {
        var after = former.map(Seal::last).orElse(BEGINNING);
        var entries = transactions.read(() -> statements.between(after, seal.last()));
        byte[] hash = SealHash.of(former.map(Seal::hashBytes).orElse(SealHash.NONE), entries);
        return seal.number() == former.map(Seal::number).orElse(0L) + 1
                && seal.entries() == entries.size()
                && seal.hash().equals(HexFormat.of().formatHex(hash));
    }
}
