package io.onhand.catalog;

import io.onhand.measure.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Variants by what names them. All reads join the transaction that runs. */
@Component
class VariantQueries {

    static final String BY_BARCODE =
            """
            select b.code, b.pack_millionths, v.variant_id, v.product_id, v.sku
            from barcode b join variant v on v.variant_id = b.variant_id
            where b.code = any(:codes)
            """;

    private final JdbcClient app;

    VariantQueries(JdbcClient app) {
        this.app = app;
    }

    List<Variant> bySku(Collection<String> skus) {
        return app.sql("select variant_id, product_id, sku from variant where sku = any(:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query(VariantQueries::variant)
                .list();
    }

    List<Variant> byId(Collection<VariantId> ids) {
        return app.sql(
                        """
                        select variant_id, product_id, sku from variant
                        where variant_id = any(:ids)
                        """)
                .param("ids", array(ids))
                .query(VariantQueries::variant)
                .list();
    }

    /** By codes in their normal form. */
    Map<String, PackedVariant> byBarcode(Collection<String> codes) {
        Map<String, PackedVariant> found = new HashMap<>();
        app.sql(BY_BARCODE)
                .param("codes", codes.toArray(String[]::new))
                .query(
                        row -> {
                            var pack = new Quantity(row.getLong("pack_millionths"));
                            var variant = new PackedVariant(variant(row, 0), pack);
                            found.put(row.getString("code"), variant);
                        });
        return found;
    }

    /** With names and barcodes, by SKU. */
    List<VariantDetails> details(Collection<VariantId> ids) {
        var barcodes = barcodes(ids);
        return app.sql(
                        """
                        select v.variant_id, v.product_id, v.sku, v.name, p.name as product_name
                        from variant v join product p on p.product_id = v.product_id
                        where v.variant_id = any(:ids)
                        order by v.sku
                        """)
                .param("ids", array(ids))
                .query(
                        (row, number) -> {
                            var variant = variant(row, number);
                            return new VariantDetails(
                                    variant,
                                    Optional.of(row.getString("name")).filter(n -> !n.isEmpty()),
                                    row.getString("product_name"),
                                    barcodes.getOrDefault(variant.id(), List.of()));
                        })
                .list();
    }

    private Map<VariantId, List<Barcode>> barcodes(Collection<VariantId> ids) {
        Map<VariantId, List<Barcode>> found = new HashMap<>();
        app.sql(
                        """
                        select variant_id, code, pack_millionths from barcode
                        where variant_id = any(:ids)
                        """)
                .param("ids", array(ids))
                .query(
                        row -> {
                            var id = new VariantId(row.getObject("variant_id", UUID.class));
                            var pack = new Quantity(row.getLong("pack_millionths"));
                            found.computeIfAbsent(id, none -> new ArrayList<>())
                                    .add(new Barcode(row.getString("code"), pack));
                        });
        return found;
    }

    static Variant variant(ResultSet row, int number) throws SQLException {
        return new Variant(
                new VariantId(row.getObject("variant_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("sku"));
    }

    private static UUID[] array(Collection<VariantId> ids) {
        return ids.stream().map(VariantId::value).toArray(UUID[]::new);
    }
}
