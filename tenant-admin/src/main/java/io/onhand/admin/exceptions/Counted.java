package io.onhand.admin.exceptions;

import io.onhand.measure.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed as what is on the shelf.
 *
 * @param text as it was typed; empty for nothing yet
 * @param quantity what it says; null if nothing that can be counted
 * @param trouble {@code number} or {@code negative}; empty for none
 */
public record Counted(String text, @Nullable Quantity quantity, String trouble) {

    static Counted read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Counted(text, null, "");
        }
        try {
            Quantity quantity = Quantity.parse(text);
            return quantity.signum() < 0
                    ? new Counted(text, null, "negative")
                    : new Counted(text, quantity, "");
        } catch (IllegalArgumentException e) {
            return new Counted(text, null, "number");
        }
    }
}
