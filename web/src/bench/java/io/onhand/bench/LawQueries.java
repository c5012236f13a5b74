package io.onhand.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the ledger's laws hold for every row that a bench left behind, whoever wrote it; asked of
 * the tables alone. A fast wrong number is worth nothing.
 */
final class LawQueries {

    private final Connection superuser;

    LawQueries(Connection superuser) {
        this.superuser = superuser;
    }

    /** How many rows break a law, by law. */
    Map<String, Long> broken() throws SQLException {
        Map<String, Long> broken = new LinkedHashMap<>();
        try (var statement = superuser.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            add(
                    broken,
                    statement,
                    """
                    select count(*) filter (where balance_after <> running) as balances,
                        count(*) filter (where level_seq <> place) as numbers,
                        count(*) filter (where recorded_at < earlier
                            or recorded_at < effective_at) as times
                    from (select balance_after, level_seq, recorded_at, effective_at,
                            sum(quantity) over (w rows unbounded preceding) as running,
                            row_number() over w as place,
                            lag(recorded_at) over w as earlier
                        from stock_movement where account = 1
                        window w as (partition by tenant_id, location_id, variant_id
                            order by level_seq)) m
                    """);
            add(
                    broken,
                    statement,
                    """
                    select count(*) as levels
                    from stock_level l
                    left join (select tenant_id, location_id, variant_id, sum(quantity) as sum,
                            count(*) as count
                        from stock_movement where account = 1
                        group by tenant_id, location_id, variant_id) m
                        using (tenant_id, location_id, variant_id)
                    where l.on_hand <> coalesce(m.sum, 0) or l.last_seq <> coalesce(m.count, 0)
                    """);
            add(
                    broken,
                    statement,
                    """
                    select count(*) as postings
                    from stock_posting p
                    full join (select tenant_id, posting_id, count(*) as count
                        from stock_movement group by tenant_id, posting_id) m
                        using (tenant_id, posting_id)
                    where m.count is null or p.posting_id is null
                        or m.count <> cardinality(p.variant_ids)
                    """);
        }
        return broken;
    }

    private static void add(Map<String, Long> broken, java.sql.Statement statement, String sql)
            throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                broken.put(row.getMetaData().getColumnLabel(i), row.getLong(i));
            }
        }
    }
}
