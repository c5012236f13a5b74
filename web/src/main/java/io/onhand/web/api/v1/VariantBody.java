package io.onhand.web.api.v1;

import io.onhand.catalog.NewVariant;
import io.onhand.measure.PlainText;
import io.onhand.web.api.Code;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A variant of a product that is to be made or changed. */
record VariantBody(
        @Code String sku,
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) @Nullable String name,
        @Size(max = NewVariant.BARCODES_MAX) @Nullable List<BarcodeBody> barcodes) {

    List<BarcodeBody> codes() {
        return barcodes == null ? List.of() : barcodes;
    }

    NewVariant wanted() {
        return new NewVariant(
                sku, Optional.ofNullable(name), codes().stream().map(BarcodeBody::wanted).toList());
    }
}
