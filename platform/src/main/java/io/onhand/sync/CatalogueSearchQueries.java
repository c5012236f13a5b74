package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds items that the vendors of the current tenant's connections have, by what they are called.
 */
@Component
public class CatalogueSearchQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    CatalogueSearchQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * Which items are wanted.
     *
     * @param text a part of the name, of the SKU or of the vendor's name in messages, or a whole
     *     barcode; empty for all
     * @param unmapped only those that the vendor still has and that are not mapped
     */
    public record Wanted(String text, boolean unmapped) {}

    /**
     * Items by the vendor's name of them.
     *
     * @param after the name after which to begin; the empty text for the beginning
     * @param limit how many at most
     */
    public List<TillItem> items(SourceId connection, Wanted wanted, String after, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select i.external, i.name, i.sku, i.barcode, i.deleted,
                                            i.seen_at, m.variant_id
                                        from connection_item i
                                        left join connection_variant m
                                            on m.tenant_id = i.tenant_id
                                            and m.connection_id = i.connection_id
                                            and m.external = i.external
                                        where i.connection_id = :connection and i.external > :after
                                            and (not :unmapped
                                                or m.variant_id is null and not i.deleted)
                                            and (strpos(lower(i.name), :text) > 0
                                                or strpos(lower(coalesce(i.sku, '')), :text) > 0
                                                or strpos(lower(i.external), :text) > 0
                                                or i.barcode = :text)
                                        order by i.external limit :limit
                                        """)
                                .param("connection", connection.value())
                                .param("after", after)
                                .param("unmapped", wanted.unmapped())
                                .param("text", wanted.text().toLowerCase(Locale.ROOT))
                                .param("limit", limit)
                                .query(CatalogueSearchQueries::item)
                                .list());
    }

    private static TillItem item(ResultSet row, int number) throws SQLException {
        UUID variant = row.getObject("variant_id", UUID.class);
        return new TillItem(
                row.getString("external"),
                row.getString("name"),
                row.getString("sku"),
                row.getString("barcode"),
                row.getBoolean("deleted"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                variant == null ? null : new VariantId(variant));
    }
}
