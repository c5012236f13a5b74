package io.onhand.catalog;

import io.onhand.measure.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A product as it is wanted.
 *
 * @param name 1–200 characters
 * @param variants 1 to {@link #VARIANTS_MAX}, no SKU and no barcode twice
 */
public record NewProduct(String name, List<NewVariant> variants) {

    public static final int VARIANTS_MAX = 1_000;

    public NewProduct {
        PlainText.name(name);
        variants = List.copyOf(variants);
        if (variants.isEmpty() || variants.size() > VARIANTS_MAX) {
            throw new IllegalArgumentException(
                    "a product has 1 to " + VARIANTS_MAX + " variants, not " + variants.size());
        }
        checkEachOnce(variants);
    }

    /** A product with these variants. */
    public static NewProduct of(String name, NewVariant... variants) {
        return new NewProduct(name, List.of(variants));
    }

    Set<String> skus() {
        return variants.stream().map(NewVariant::sku).collect(Collectors.toSet());
    }

    Set<String> barcodes() {
        return variants.stream()
                .flatMap(v -> v.barcodes().stream())
                .map(Barcode::code)
                .collect(Collectors.toSet());
    }

    private static void checkEachOnce(List<NewVariant> variants) {
        Set<String> skus = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (NewVariant variant : variants) {
            if (!skus.add(variant.sku())) {
                throw new IllegalArgumentException("the SKU " + variant.sku() + " is there twice");
            }
            for (Barcode barcode : variant.barcodes()) {
                if (!codes.add(barcode.code())) {
                    throw new IllegalArgumentException(
                            "the barcode " + barcode.code() + " is there twice");
                }
            }
        }
    }
}
