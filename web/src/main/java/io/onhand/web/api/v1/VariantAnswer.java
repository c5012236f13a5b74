package io.onhand.web.api.v1;

import io.onhand.catalog.VariantDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variant, as callers see it. */
record VariantAnswer(
        String id,
        String sku,
        @Nullable String name,
        String productId,
        String productName,
        List<BarcodeBody> barcodes) {

    static VariantAnswer of(VariantDetails details) {
        var variant = details.variant();
        return new VariantAnswer(
                variant.id().toString(),
                variant.sku(),
                details.name().orElse(null),
                variant.product().toString(),
                details.productName(),
                details.barcodes().stream().map(BarcodeBody::of).toList());
    }
}
