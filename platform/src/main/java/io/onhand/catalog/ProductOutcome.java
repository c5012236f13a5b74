package io.onhand.catalog;

import java.util.Set;

/** What became of the wish to make or change a product. */
public sealed interface ProductOutcome {

    /** It is so now. */
    record Done(Product product) implements ProductOutcome {}

    /** Nothing was done: the tenant uses these already, for other variants. */
    record AlreadyExists(Set<String> skus, Set<String> barcodes) implements ProductOutcome {}

    /** Nothing was done: these variants exist and were left out. */
    record VariantsMissing(Set<String> skus) implements ProductOutcome {}

    /** Nothing was done: there is no such product. */
    record NotFound() implements ProductOutcome {}
}
