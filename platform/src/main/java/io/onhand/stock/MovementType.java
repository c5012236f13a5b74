package io.onhand.stock;

import java.util.Locale;

/** Why a number moved. The first five are also the types of facts that a source may tell. */
public enum MovementType {
    SALE,
    RETURN,
    RECEIPT,
    ADJUSTMENT,
    COUNT,
    /** Keeps a count right after a fact that happened before it was learnt of later. */
    COUNT_CORRECTION,
    /** Takes back what stood. */
    REVERSAL,
    SHIP,
    ARRIVE,
    WRITE_OFF,
    RESERVE,
    RELEASE,
    HOLD,
    UNHOLD;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in tables and in the API: {@code count-correction}. */
    public String word() {
        return word;
    }

    /**
     * The type of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static MovementType ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
