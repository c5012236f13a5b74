package io.onhand.stock;

import java.util.Locale;

/** How a promise stands: held until nothing is left of it, then named by what took the last. */
public enum ReservationState {
    HELD,
    /** Given back by its owner. */
    RELEASED,
    /** Its time ran out. */
    EXPIRED,
    /** Used up by facts. */
    FULFILLED;

    /** The word in tables and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ReservationState ofWord(String word) {
        for (ReservationState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("must be held, released, expired or fulfilled");
    }
}
