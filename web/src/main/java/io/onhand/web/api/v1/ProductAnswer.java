package io.onhand.web.api.v1;

import io.onhand.catalog.Product;
import io.onhand.catalog.VariantDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product, as callers see it. */
record ProductAnswer(String id, String name, List<Part> variants) {

    /** One of its variants. */
    record Part(String id, String sku, @Nullable String name, List<BarcodeBody> barcodes) {

        static Part of(VariantDetails details) {
            return new Part(
                    details.variant().id().toString(),
                    details.sku(),
                    details.name().orElse(null),
                    details.barcodes().stream().map(BarcodeBody::of).toList());
        }
    }

    static ProductAnswer of(Product product) {
        return new ProductAnswer(
                product.id().toString(),
                product.name(),
                product.variants().stream().map(Part::of).toList());
    }
}
