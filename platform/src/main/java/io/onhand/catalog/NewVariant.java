package io.onhand.catalog;

import io.onhand.measure.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A variant as it is wanted.
 *
 * @param sku 1–64 characters, case-sensitive
 * @param name what sets it apart from the product's other variants, 1–200 characters, if anything
 * @param barcodes the codes that name it, at most {@link #BARCODES_MAX}, each once
 */
public record NewVariant(String sku, Optional<String> name, List<Barcode> barcodes) {

    public static final int BARCODES_MAX = 50;

    public NewVariant {
        PlainText.code(sku);
        name.ifPresent(PlainText::name);
        barcodes = List.copyOf(barcodes);
        if (barcodes.size() > BARCODES_MAX) {
            throw new IllegalArgumentException("more than " + BARCODES_MAX + " barcodes");
        }
    }

    /** A variant with a name and single-unit barcodes. */
    public static NewVariant of(String sku, String name, String... barcodes) {
        return new NewVariant(
                sku, Optional.of(name), Arrays.stream(barcodes).map(Barcode::of).toList());
    }
}
