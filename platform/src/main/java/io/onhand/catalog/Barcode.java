package io.onhand.catalog;

import io.onhand.measure.PlainText;
import io.onhand.measure.Quantity;

/**
 * A code that names a variant, and how many units lie under it.
 *
 * @param code a GTIN-14, or a code of the tenant's own as it is; see {@link #normal}
 * @param pack the units in the pack, more than zero
 */
public record Barcode(String code, Quantity pack) {

    public Barcode {
        code = normal(code);
        if (pack.signum() <= 0) {
            throw new IllegalArgumentException("a pack holds more than zero");
        }
    }

    /** A barcode of a single unit. */
    public static Barcode of(String code) {
        return new Barcode(code, Quantity.ofUnits(1));
    }

    /**
     * The form in which a code is kept and looked up. 8, 12, 13 or 14 digits are a GTIN: its check
     * digit is verified and it is padded with zeros to 14. Codes of the ranges that GS1 leaves to
     * the shop (they begin with 02, 04 or 20–29) and everything that is not so many digits are the
     * shop's own, and stay as they are.
     *
     * @throws IllegalArgumentException for a wrong check digit, more than 64 characters, none, or
     *     control characters
     */
    public static String normal(String code) {
        PlainText.code(code);
        return Gtin.hasForm(code) && !Gtin.isInStore(code) ? Gtin.padded(code) : code;
    }
}
