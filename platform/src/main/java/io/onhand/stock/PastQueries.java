package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The current tenant's on hand at a past time. There are two pasts: what was known then, and what,
 * as is known now, was so then.
 */
@Component
public class PastQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    PastQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * On hand of every level as it was recorded at a time: one seek a level, however many movements
     * came later. A level without movements until then is absent.
     */
    public Map<LevelKey, Quantity> levelsAsRecorded(Instant at) {
        return balances(
                """
                select s.location_id, s.variant_id, m.balance_after as balance
                from stock_level s
                cross join lateral (
                    select m.balance_after from stock_movement m
                    where m.location_id = s.location_id and m.variant_id = s.variant_id
                        and m.recorded_at <= :at and m.account = 1
                    order by m.recorded_at desc, m.level_seq desc limit 1) m
                where s.last_seq > 0
                """,
                at);
    }

    /**
     * On hand of every level as it was in truth at a time, late facts and corrections included:
     * today's number less what took effect later. A movement never takes effect after it was
     * recorded, so only the movements recorded since are read.
     */
    public Map<LevelKey, Quantity> levelsAsHappened(Instant at) {
        return balances(
                """
                select s.location_id, s.variant_id,
                    s.on_hand - cast(coalesce(sum(m.quantity), 0) as bigint) as balance
                from stock_level s
                left join stock_movement m
                    on m.tenant_id = s.tenant_id and m.location_id = s.location_id
                    and m.variant_id = s.variant_id and m.recorded_at > :at
                    and m.effective_at > :at and m.account = 1
                where s.last_seq > 0
                group by s.location_id, s.variant_id, s.on_hand
                """,
                at);
    }

    private Map<LevelKey, Quantity> balances(String sql, Instant at) {
        return transactions.read(
                () -> {
                    Map<LevelKey, Quantity> balances = new HashMap<>();
                    app.sql(sql)
                            .param("at", at.atOffset(ZoneOffset.UTC))
                            .query(
                                    (ResultSet row) -> {
                                        balances.put(
                                                key(row), new Quantity(row.getLong("balance")));
                                    });
                    return balances;
                });
    }

    private static LevelKey key(ResultSet row) throws SQLException {
        return new LevelKey(
                CurrentTenant.id(),
                new LocationId(row.getObject("location_id", UUID.class)),
                new VariantId(row.getObject("variant_id", UUID.class)));
    }
}
