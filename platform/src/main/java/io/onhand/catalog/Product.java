package io.onhand.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What several variants have in common.
 *
 * @param id its id
 * @param name 1–200 characters
 * @param variants its variants by SKU
 */
public record Product(ProductId id, String name, List<VariantDetails> variants) {

    public Product {
        variants = variants.stream().sorted(Comparator.comparing(VariantDetails::sku)).toList();
    }

    /** This product as it is wanted; variants that it has keep their ids, others get new ones. */
    Product as(NewProduct wanted, Supplier<VariantId> newId) {
        var known = bySku();
        return new Product(
                id,
                wanted.name(),
                wanted.variants().stream()
                        .map(
                                v ->
                                        details(
                                                v,
                                                Optional.ofNullable(known.get(v.sku())),
                                                newId,
                                                wanted))
                        .toList());
    }

    private VariantDetails details(
            NewVariant wanted,
            Optional<VariantDetails> known,
            Supplier<VariantId> newId,
            NewProduct product) {
        var variant =
                known.map(VariantDetails::variant)
                        .orElseGet(() -> new Variant(newId.get(), id, wanted.sku()));
        return new VariantDetails(variant, wanted.name(), product.name(), wanted.barcodes());
    }

    /** The same as a wish. */
    List<NewVariant> asWanted() {
        return variants.stream().map(v -> new NewVariant(v.sku(), v.name(), v.barcodes())).toList();
    }

    Map<String, VariantDetails> bySku() {
        return variants.stream()
                .collect(Collectors.toMap(VariantDetails::sku, Function.identity()));
    }
}
