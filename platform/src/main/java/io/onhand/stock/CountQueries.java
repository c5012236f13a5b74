package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counts of the current tenant's levels. */
@Component
public class CountQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    CountQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * When the last count of a level counts, whenever it was told; one that was taken back is none.
     */
    public Optional<Instant> lastOf(LocationId location, VariantId variant) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select a.effective_at from stock_count_anchor a
                                        where a.location_id = :location
                                            and a.variant_id = :variant
                                            and not exists (
                                                select 1 from stock_count_revocation r
                                                where r.tenant_id = a.tenant_id
                                                    and r.location_id = a.location_id
                                                    and r.variant_id = a.variant_id
                                                    and r.level_seq = a.level_seq)
                                        order by a.effective_at desc limit 1
                                        """)
                                .param("location", location.value())
                                .param("variant", variant.value())
                                .query(OffsetDateTime.class)
                                .optional()
                                .map(OffsetDateTime::toInstant));
    }
}
