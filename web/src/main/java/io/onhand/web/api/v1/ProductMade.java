package io.onhand.web.api.v1;

import io.onhand.catalog.Product;
import java.util.List;

/** The ids of a product that was made. */
record ProductMade(String id, List<VariantMade> variants) {

    /** One of its variants. */
    record VariantMade(String id, String sku) {}

    static ProductMade of(Product product) {
        return new ProductMade(
                product.id().toString(),
                product.variants().stream()
                        .map(v -> new VariantMade(v.variant().id().toString(), v.sku()))
                        .toList());
    }
}
