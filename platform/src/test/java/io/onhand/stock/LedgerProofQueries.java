package io.onhand.stock;

import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tests ask of the tables, as the tenant that they belong to. */
@Component
class LedgerProofQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    LedgerProofQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    private record Movement(
            LevelKey level,
            long seq,
            Account account,
            String type,
            long quantity,
            long balance,
            Instant effectiveAt,
            Instant recordedAt) {}

    LevelState level(LevelKey key) {
        return levels(key.tenant()).getOrDefault(key, LevelState.NEW);
    }

    long onHandAt(LevelKey key, Instant at) {
        return onHandAt(key.tenant(), List.of(at)).getOrDefault(key, List.of(0L)).getFirst();
    }

    /** On hand as it happened, of every level at these times: the sum up to each. */
    Map<LevelKey, List<Long>> onHandAt(TenantId tenant, List<Instant> times) {
        Map<LevelKey, List<Movement>> byLevel = new HashMap<>();
        for (Movement movement : movements(tenant)) {
            byLevel.computeIfAbsent(movement.level(), key -> new ArrayList<>()).add(movement);
        }
        Map<LevelKey, List<Long>> sums = new HashMap<>();
        byLevel.forEach(
                (key, movements) ->
                        sums.put(key, times.stream().map(at -> sum(movements, at)).toList()));
        return sums;
    }

    private static long sum(List<Movement> movements, Instant at) {
        return movements.stream()
                .filter(m -> m.account() == Account.ON_HAND && !m.effectiveAt().isAfter(at))
                .mapToLong(Movement::quantity)
                .sum();
    }

    Map<LevelKey, LevelState> levels(TenantId tenant) {
        return CurrentTenant.read(
                tenant,
                () ->
                        transactions.read(
                                () -> {
                                    Map<LevelKey, LevelState> levels = new HashMap<>();
                                    app.sql(
                                                    """
                                                    select tenant_id, location_id, variant_id,
                                                        on_hand, committed, unavailable, incoming,
                                                        in_transit, last_seq, last_effective_at,
                                                        last_count_at, changed_at,
                                                        frozen_at is not null as frozen
                                                    from stock_level
                                                    """)
                                            .query(
                                                    row -> {
                                                        levels.put(
                                                                LevelStatements.key(row),
                                                                LevelStatements.state(row));
                                                    });
                                    return levels;
                                }));
    }

    /** How many movements are found from a posting by the levels that it names. */
    long movementsOf(TenantId tenant, PostingId posting) {
        return CurrentTenant.read(
                tenant,
                () ->
                        transactions.read(
                                () ->
                                        app.sql(
                                                        """
                                                        select count(*) from stock_posting p
                                                        cross join lateral unnest(
                                                            p.location_ids, p.variant_ids)
                                                            as k (location, variant)
                                                        join stock_movement m
                                                            on m.tenant_id = p.tenant_id
                                                            and m.location_id = k.location
                                                            and m.variant_id = k.variant
                                                            and m.recorded_at >= p.recorded_at
                                                            and m.posting_id = p.posting_id
                                                        where p.posting_id = :posting
                                                        """)
                                                .param("posting", posting.value())
                                                .query(Long.class)
                                                .single()));
    }

    /** The only correction of a level, in words. */
    String correction(LevelKey level) {
        return CurrentTenant.read(
                level.tenant(),
                () ->
                        transactions.read(
                                () ->
                                        app.sql(
                                                        """
                                                        select type, quantity, corrects_seq,
                                                            because_seq
                                                        from stock_movement
                                                        where type = 'count-correction'
                                                        """)
                                                .query(
                                                        (row, number) ->
                                                                row.getString(1)
                                                                        + " "
                                                                        + row.getLong(2)
                                                                        + " corrects "
                                                                        + row.getLong(3)
                                                                        + " because "
                                                                        + row.getLong(4))
                                                .single()));
    }

    /** What is wrong with a tenant's tables; nothing, if the ledger is right. */
    List<String> faults(TenantId tenant) {
        List<String> faults = new ArrayList<>();
        Map<LevelKey, List<Movement>> byLevel = new HashMap<>();
        for (Movement movement : movements(tenant)) {
            byLevel.computeIfAbsent(movement.level(), key -> new ArrayList<>()).add(movement);
        }
        Map<LevelKey, Long> open = open(tenant);
        levels(tenant)
                .forEach(
                        (key, state) -> {
                            List<Movement> movements = byLevel.getOrDefault(key, List.of());
                            faultsOf(movements, state, faults);
                            if (state.balances().committed() != open.getOrDefault(key, 0L)) {
                                faults.add("committed is not the open promises");
                            }
                        });
        if (unfound(tenant) > 0) {
            faults.add(unfound(tenant) + " movements are not found from their posting");
        }
        return faults;
    }

    void check(TenantId tenant) {
        List<String> faults = faults(tenant);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
    }

    private static void faultsOf(List<Movement> movements, LevelState state, List<String> faults) {
        Balances sums = Balances.ZERO;
        long seq = 0;
        Instant recorded = Instant.MIN;
        for (Movement movement : movements) {
            sums = sums.plus(movement.account(), movement.quantity());
            check(movement.seq() == ++seq, "a gap before " + movement, faults);
            check(
                    sums.of(movement.account()) == movement.balance(),
                    "the chain breaks at " + movement,
                    faults);
            check(!movement.recordedAt().isBefore(recorded), "recorded goes back", faults);
            check(
                    !movement.effectiveAt().isAfter(movement.recordedAt()),
                    "effective after recorded: " + movement,
                    faults);
            check(
                    !movement.type().equals("reserve") || sums.available() >= 0,
                    "promised what was not there: " + movement,
                    faults);
            recorded = movement.recordedAt();
        }
        check(sums.equals(state.balances()), sums + " but level " + state, faults);
        check(seq == state.lastSeq(), "last number " + seq + " but " + state, faults);
    }

    private static void check(boolean right, String fault, List<String> faults) {
        if (!right) {
            faults.add(fault);
        }
    }

    private List<Movement> movements(TenantId tenant) {
        return CurrentTenant.read(
                tenant,
                () ->
                        transactions.read(
                                () ->
                                        app.sql(
                                                        """
                                                        select tenant_id, location_id, variant_id,
                                                            level_seq, account, type, quantity,
                                                            balance_after, effective_at,
                                                            recorded_at
                                                        from stock_movement
                                                        order by location_id, variant_id,
                                                            recorded_at, level_seq
                                                        """)
                                                .query(
                                                        (row, number) ->
                                                                new Movement(
                                                                        LevelStatements.key(row),
                                                                        row.getLong(4),
                                                                        Account.ofCode(
                                                                                row.getInt(5)),
                                                                        row.getString(6),
                                                                        row.getLong(7),
                                                                        row.getLong(8),
                                                                        Columns.time(
                                                                                row,
                                                                                "effective_at"),
                                                                        Columns.time(
                                                                                row,
                                                                                "recorded_at")))
                                                .list()));
    }

    private Map<LevelKey, Long> open(TenantId tenant) {
        return CurrentTenant.read(
                tenant,
                () ->
                        transactions.read(
                                () -> {
                                    Map<LevelKey, Long> open = new HashMap<>();
                                    app.sql(
                                                    """
                                                    select tenant_id, location_id, variant_id,
                                                        remaining
                                                    from reservation_line where remaining > 0
                                                    """)
                                            .query(
                                                    row -> {
                                                        open.merge(
                                                                LevelStatements.key(row),
                                                                row.getLong("remaining"),
                                                                Long::sum);
                                                    });
                                    return open;
                                }));
    }

    private long unfound(TenantId tenant) {
        return CurrentTenant.read(
                tenant,
                () ->
                        transactions.read(
                                () ->
                                        app.sql(
                                                        """
                                                        select count(*) from stock_movement m
                                                        where not exists (
                                                            select 1 from stock_posting p
                                                            cross join lateral unnest(
                                                                p.location_ids, p.variant_ids)
                                                                as k (location, variant)
                                                            where p.tenant_id = m.tenant_id
                                                                and p.posting_id = m.posting_id
                                                                and p.recorded_at <= m.recorded_at
                                                                and k.location = m.location_id
                                                                and k.variant = m.variant_id)
                                                        """)
                                                .query(Long.class)
                                                .single()));
    }
}
