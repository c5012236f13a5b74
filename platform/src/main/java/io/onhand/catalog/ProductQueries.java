package io.onhand.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Products, and what of a wish is taken. All reads join the transaction that runs. */
@Component
class ProductQueries {

    private record Head(ProductId id, String name, String firstSku) {}

    private final JdbcClient app;
    private final VariantQueries variants;

    ProductQueries(JdbcClient app, VariantQueries variants) {
        this.app = app;
        this.variants = variants;
    }

    Optional<Product> byId(ProductId id) {
        return app.sql("select name from product where product_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(name -> new Product(id, name, variants.details(variantIds(List.of(id)))));
    }

    /** A page of products by their first SKU, cut short before it has too many variants. */
    ProductPage page(String after, int limit) {
        List<Head> heads = heads(after, limit + 1);
        int size = cut(heads, limit);
        var shown = heads.subList(0, size);
        var byProduct =
                variants.details(variantIds(shown.stream().map(Head::id).toList())).stream()
                        .collect(Collectors.groupingBy(v -> v.variant().product()));
        return new ProductPage(
                shown.stream().map(h -> product(h, byProduct)).toList(),
                size < heads.size() ? Optional.of(shown.getLast().firstSku()) : Optional.empty());
    }

    private static Product product(Head head, Map<ProductId, List<VariantDetails>> variants) {
        return new Product(head.id(), head.name(), variants.getOrDefault(head.id(), List.of()));
    }

    private List<Head> heads(String after, int limit) {
        return app.sql(
                        """
                        select product_id, name, first_sku from product
                        where first_sku > :after
                        order by first_sku limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Head(
                                        new ProductId(row.getObject("product_id", UUID.class)),
                                        row.getString("name"),
                                        row.getString("first_sku")))
                .list();
    }

    /** How many of the products fit on one page, one at least. */
    private int cut(List<Head> heads, int limit) {
        Map<ProductId, Integer> counts = new HashMap<>();
        app.sql(
                        """
                        select product_id, count(*) as variants from variant
                        where product_id = any(:products) group by product_id
                        """)
                .param("products", array(heads.stream().map(Head::id).toList()))
                .query(
                        row -> {
                            var id = new ProductId(row.getObject("product_id", UUID.class));
                            counts.put(id, row.getInt("variants"));
                        });
        int total = 0;
        int size = 0;
        for (Head head : heads) {
            total += counts.getOrDefault(head.id(), 0);
            if (size == limit || (size > 0 && total > ProductPage.VARIANTS_MAX)) {
                break;
            }
            size++;
        }
        return size;
    }

    /** Which of these SKUs other variants have. */
    Set<String> skusTaken(Collection<String> skus, Set<VariantId> own) {
        return variants.bySku(skus).stream()
                .filter(v -> !own.contains(v.id()))
                .map(Variant::sku)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which of these barcodes name other variants. */
    Set<String> barcodesTaken(Collection<String> codes, Set<VariantId> own) {
        return variants.byBarcode(codes).entrySet().stream()
                .filter(e -> !own.contains(e.getValue().variant().id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<VariantId> variantIds(List<ProductId> products) {
        return app
                .sql("select variant_id from variant where product_id = any(:products)")
                .param("products", array(products))
                .query(UUID.class)
                .list()
                .stream()
                .map(VariantId::new)
                .toList();
    }

    private static UUID[] array(List<ProductId> products) {
        return products.stream().map(ProductId::value).toArray(UUID[]::new);
    }
}
