package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the vendors of the current tenant's connections have of items and places. */
@Component
public class CatalogueQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    CatalogueQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * Items by the vendor's name of them.
     *
     * @param unmapped only those that the vendor still has and that are not mapped
     * @param after the name after which to begin; the empty text for the beginning
     * @param limit how many at most
     */
    public List<TillItem> items(SourceId connection, boolean unmapped, String after, int limit) {
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
                                        order by i.external limit :limit
                                        """)
                                .param("connection", connection.value())
                                .param("after", after)
                                .param("unmapped", unmapped)
                                .param("limit", limit)
                                .query(CatalogueQueries::item)
                                .list());
    }

    /** How many items the vendor has that are not mapped, counted no further than a limit. */
    public int unmapped(SourceId connection, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select count(*) from (
                                            select i.external from connection_item i
                                            where i.connection_id = :connection and not i.deleted
                                                and not exists (
                                                    select 1 from connection_variant m
                                                    where m.tenant_id = i.tenant_id
                                                        and m.connection_id = i.connection_id
                                                        and m.external = i.external)
                                            limit :limit) as few
                                        """)
                                .param("connection", connection.value())
                                .param("limit", limit)
                                .query(Integer.class)
                                .single());
    }

    /** All places by the vendor's name of them. */
    public List<TillPlace> places(SourceId connection) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select p.external, p.name, p.active, p.seen_at,
                                            m.location_id
                                        from connection_place p
                                        left join connection_location m
                                            on m.tenant_id = p.tenant_id
                                            and m.connection_id = p.connection_id
                                            and m.external = p.external
                                        where p.connection_id = :connection order by p.external
                                        """)
                                .param("connection", connection.value())
                                .query(CatalogueQueries::place)
                                .list());
    }

    /** Those of these SKUs or barcodes that the vendor has at more than one item. */
    Set<String> ambiguous(SourceId connection, Collection<String> codes) {
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select c.code from (
                                            select sku as code, external from connection_item
                                            where connection_id = :connection and not deleted
                                                and sku = any(:codes)
                                            union
                                            select barcode as code, external from connection_item
                                            where connection_id = :connection and not deleted
                                                and barcode = any(:codes)) as c
                                        group by c.code having count(*) > 1
                                        """)
                                .param("connection", connection.value())
                                .param("codes", codes.toArray(String[]::new))
                                .query(String.class)
                                .list()
                                .stream()
                                .collect(Collectors.toSet()));
    }

    /** Those of these items that the vendor has no more. */
    Set<String> deleted(SourceId connection, Collection<String> externals) {
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select external from connection_item
                                        where connection_id = :connection and deleted
                                            and external = any(:externals)
                                        """)
                                .param("connection", connection.value())
                                .param("externals", externals.toArray(String[]::new))
                                .query(String.class)
                                .list()
                                .stream()
                                .collect(Collectors.toSet()));
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

    private static TillPlace place(ResultSet row, int number) throws SQLException {
        UUID location = row.getObject("location_id", UUID.class);
        return new TillPlace(
                row.getString("external"),
                row.getString("name"),
                row.getBoolean("active"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                location == null ? null : new LocationId(location));
    }
}
