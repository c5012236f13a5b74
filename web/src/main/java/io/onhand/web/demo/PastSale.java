package io.onhand.web.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A sale that was made at the page. Its text in addresses is {@code ORDER!2:TEA-EARL-100!…}, with
 * {@code !back} at the end once it was taken back.
 *
 * @param order the vendor's id of it
 * @param basket what was sold
 * @param isBack whether it was taken back
 */
record PastSale(String order, Basket basket, boolean isBack) {

    private static final String MARK = "!";
    private static final String BACK = "back";
    private static final int LENGTH_MAX = 2_000;

    static Optional<PastSale> of(String text) {
        List<String> parts = Arrays.asList(text.split(MARK));
        if (text.length() > LENGTH_MAX || parts.size() < 2 || parts.getFirst().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new PastSale(
                        parts.getFirst(),
                        Basket.of(parts.subList(1, parts.size())),
                        parts.getLast().equals(BACK)));
    }

    PastSale takenBack() {
        return new PastSale(order, basket, true);
    }

    public String text() {
        return order + MARK + String.join(MARK, basket.lines()) + (isBack ? MARK + BACK : "");
    }
}
