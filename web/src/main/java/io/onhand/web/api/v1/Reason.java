package io.onhand.web.api.v1;

import java.util.Locale;

/** Why stock is adjusted; every tenant has these. */
enum Reason {
    DAMAGED,
    STOLEN,
    EXPIRED,
    FOUND,
    MISSING,
    SAMPLE,
    DONATION,
    INTERNAL_USE,
    DATA_ENTRY_ERROR,
    QUALITY,
    SUPPLIER_RETURN,
    OTHER;

    /** The word in bodies and answers: {@code internal-use}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
