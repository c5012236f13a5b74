package io.onhand.web.api.v1;

import io.onhand.catalog.Barcode;
import io.onhand.measure.Quantity;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/** A barcode, in a request and in an answer alike. */
record BarcodeBody(@Code String code, @Positive @Nullable Quantity packQuantity)
        implements Checked {

    static BarcodeBody of(Barcode barcode) {
        return new BarcodeBody(barcode.code(), barcode.pack());
    }

    @Override
    public void check(Faults faults) {
        try {
            Barcode.normal(code);
        } catch (IllegalArgumentException e) {
            faults.at("code").add("bad-code", "Not a barcode: " + e.getMessage() + ".");
        }
    }

    Barcode wanted() {
        return new Barcode(code, packQuantity == null ? Quantity.ofUnits(1) : packQuantity);
    }
}
