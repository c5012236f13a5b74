package io.onhand.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Some products in their order.
 *
 * @param products at most as many as were asked for, and fewer when they have more than {@link
 *     #VARIANTS_MAX} variants together
 * @param next where to go on, if there are more
 */
public record ProductPage(List<Product> products, Optional<String> next) {

    public static final int VARIANTS_MAX = 5_000;

    public ProductPage {
        products = List.copyOf(products);
    }
}
