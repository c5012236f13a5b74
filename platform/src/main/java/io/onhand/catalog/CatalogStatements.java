package io.onhand.catalog;

import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of the catalog, in sets: one statement for all variants of a product. */
@Component
class CatalogStatements {

    private final JdbcClient app;
    private final JdbcAggregateOperations products;

    CatalogStatements(JdbcClient app, JdbcAggregateOperations products) {
        this.app = app;
        this.products = products;
    }

    void insertProduct(Product product, Instant at) {
        products.insert(ProductRow.of(product, at));
    }

    void rename(Product product) {
        products.update(ProductRow.of(product, null));
    }

    void insertVariants(List<VariantDetails> variants, Instant at) {
        if (variants.isEmpty()) {
            return;
        }
        app.sql(
                        """
                        insert into variant
                            (tenant_id, variant_id, product_id, sku, name, created_at)
                        select cast(:tenant as uuid), v.id, v.product, v.sku, v.name,
                            cast(:at as timestamptz)
                        from unnest(cast(:ids as uuid[]), cast(:products as uuid[]),
                            cast(:skus as text[]), cast(:names as text[]))
                            as v (id, product, sku, name)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("ids", ids(variants))
                .param(
                        "products",
                        variants.stream()
                                .map(v -> v.variant().product().value())
                                .toArray(UUID[]::new))
                .param("skus", variants.stream().map(VariantDetails::sku).toArray(String[]::new))
                .param("names", names(variants))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        insertBarcodes(variants);
        insertTerms(variants);
    }

    /** Writes names, barcodes and terms of variants that there are. */
    void replaceVariants(List<VariantDetails> variants) {
        if (variants.isEmpty()) {
            return;
        }
        app.sql(
                        """
                        update variant set name = v.name
                        from unnest(cast(:ids as uuid[]), cast(:names as text[])) as v (id, name)
                        where variant.variant_id = v.id
                        """)
                .param("ids", ids(variants))
                .param("names", names(variants))
                .update();
        app.sql("delete from barcode where variant_id = any(:ids)")
                .param("ids", ids(variants))
                .update();
        app.sql("delete from variant_term where variant_id = any(:ids)")
                .param("ids", ids(variants))
                .update();
        insertBarcodes(variants);
        insertTerms(variants);
    }

    private void insertBarcodes(List<VariantDetails> variants) {
        List<String> codes = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        List<Long> packs = new ArrayList<>();
        for (VariantDetails variant : variants) {
            for (Barcode barcode : variant.barcodes()) {
                codes.add(barcode.code());
                ids.add(variant.variant().id().value());
                packs.add(barcode.pack().millionths());
            }
        }
        app.sql(
                        """
                        insert into barcode (tenant_id, code, variant_id, pack_millionths)
                        select cast(:tenant as uuid), b.code, b.variant, b.pack
                        from unnest(cast(:codes as text[]), cast(:ids as uuid[]),
                            cast(:packs as bigint[])) as b (code, variant, pack)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("codes", codes.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .param("packs", packs.toArray(Long[]::new))
                .update();
    }

    private void insertTerms(List<VariantDetails> variants) {
        List<String> terms = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (VariantDetails variant : variants) {
            for (String term : SearchTerms.of(variant)) {
                terms.add(term);
                ids.add(variant.variant().id().value());
            }
        }
        app.sql(
                        """
                        insert into variant_term (tenant_id, term, variant_id)
                        select cast(:tenant as uuid), t.term, t.variant
                        from unnest(cast(:terms as text[]), cast(:ids as uuid[]))
                            as t (term, variant)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("terms", terms.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private static UUID[] ids(List<VariantDetails> variants) {
        return variants.stream().map(v -> v.variant().id().value()).toArray(UUID[]::new);
    }

    /** No name of its own is the empty text. */
    private static String[] names(List<VariantDetails> variants) {
        return variants.stream().map(v -> v.name().orElse("")).toArray(String[]::new);
    }
}
