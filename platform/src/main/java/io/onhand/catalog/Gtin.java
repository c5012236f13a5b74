package io.onhand.catalog;

import java.util.regex.Pattern;

/** The rules of GS1 for trade item numbers. */
final class Gtin {

    private static final int LENGTH = 14;
    private static final Pattern FORM = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final Pattern IN_STORE = Pattern.compile("(02|04|2[0-9])[0-9]+");

    private Gtin() {}

    /** Whether this is as many digits as a GTIN-8, -12, -13 or -14. */
    static boolean hasForm(String code) {
        return FORM.matcher(code).matches();
    }

    /**
     * Whether the number lies in a range of restricted circulation, which every shop uses for
     * itself (scales, own labels): 02, 04 and 20–29, as a GTIN-13 writes them.
     */
    static boolean isInStore(String code) {
        String shown =
                switch (code.length()) {
                    case 12 -> "0" + code;
                    case LENGTH -> code.startsWith("0") ? code.substring(1) : "9" + code;
                    default -> code;
                };
        return IN_STORE.matcher(shown).matches();
    }

    /**
     * The number as a GTIN-14.
     *
     * @throws IllegalArgumentException when its last digit is not its check digit
     */
    static String padded(String code) {
        String gtin = "0".repeat(LENGTH - code.length()) + code;
        int expected = checkDigit(gtin);
        int shown = gtin.charAt(LENGTH - 1) - '0';
        if (shown != expected) {
            throw new IllegalArgumentException(
                    "its last digit is %d, but the check digit is %d".formatted(shown, expected));
        }
        return gtin;
    }

    private static int checkDigit(String gtin) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (gtin.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }
}
