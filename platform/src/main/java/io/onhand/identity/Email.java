package io.onhand.identity;

import io.onhand.measure.PlainText;
import java.util.Locale;

/**
 * An address of electronic mail, in small letters: people do not tell the two apart.
 *
 * @param value {@code owner@leaf.demo}
 */
record Email(String value) {

    static final int LENGTH_MAX = 254;

    Email {
        value = PlainText.check(value.strip(), LENGTH_MAX).toLowerCase(Locale.ROOT);
        int at = value.indexOf('@');
        if (at < 1 || at == value.length() - 1) {
            throw new IllegalArgumentException("must look like name@example.com");
        }
    }
}
