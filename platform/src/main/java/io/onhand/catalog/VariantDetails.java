package io.onhand.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A variant with all that is known of it.
 *
 * @param variant what never changes
 * @param name what sets it apart from the product's other variants, if anything
 * @param productName the name of its product
 * @param barcodes the codes that name it, in their order
 */
public record VariantDetails(
        Variant variant, Optional<String> name, String productName, List<Barcode> barcodes) {

    public VariantDetails {
        barcodes = barcodes.stream().sorted(Comparator.comparing(Barcode::code)).toList();
    }

    public String sku() {
        return variant.sku();
    }

    /** What people read: the product's name, and the variant's own when it has one. */
    public String fullName() {
        return name.map(own -> productName + ", " + own).orElse(productName);
    }
}
