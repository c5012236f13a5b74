package io.onhand.admin.ui;

import io.onhand.measure.Quantity;

/**
 * A quantity as people read it: {@code 1,412}, with a true minus. Its tone is a class of the style
 * sheet, so that a number below zero looks like one wherever it stands.
 *
 * @param quantity the exact number
 */
public record Figure(Quantity quantity) {

    private static final char MINUS = '\u2212';
    private static final int GROUP = 3;

    /** The number with its sign in front, also when positive: {@code +20}. */
    public String signed() {
        return quantity.signum() > 0 ? "+" + this : toString();
    }

    /** The number without its sign. */
    public String size() {
        String text = toString();
        return quantity.signum() < 0 ? text.substring(1) : text;
    }

    /** {@code neg}, {@code zero} or nothing. */
    public String tone() {
        return switch (quantity.signum()) {
            case -1 -> "neg";
            case 0 -> "zero";
            default -> "";
        };
    }

    @Override
    public String toString() {
        String plain = quantity.toString().replace('-', MINUS);
        int point = plain.indexOf('.');
        int first = quantity.signum() < 0 ? 1 : 0;
        var text = new StringBuilder(plain);
        int end = point < 0 ? plain.length() : point;
        for (int at = end - GROUP; at > first; at -= GROUP) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
