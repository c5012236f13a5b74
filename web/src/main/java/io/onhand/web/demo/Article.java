package io.onhand.web.demo;

/**
 * What a demo shop sells.
 *
 * @param gtin a valid GTIN-13
 * @param weekly units that the London shop sells in an ordinary week; elsewhere about as much
 */
record Article(String sku, String product, String variant, String gtin, double weekly) {

    /** Deliveries bring whole boxes: of dear and slow things small ones. */
    int box() {
        return weekly < 1 ? 2 : weekly < 4 ? 4 : 12;
    }
}
