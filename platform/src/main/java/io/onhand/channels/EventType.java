package io.onhand.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import io.onhand.stock.MovementType;
import java.util.Locale;

/** What a source event tells. */
public enum EventType {
    /** Sold: a quantity above zero lowers stock; a line below zero came back. */
    SALE(MovementType.SALE),
    RETURN(MovementType.RETURN),
    RECEIPT(MovementType.RECEIPT),
    ADJUSTMENT(MovementType.ADJUSTMENT),
    COUNT(MovementType.COUNT),
    /** The document comes to nothing. */
    VOID(MovementType.REVERSAL);

    private final MovementType movement;
    private final String word = name().toLowerCase(Locale.ROOT);

    EventType(MovementType movement) {
        this.movement = movement;
    }

    MovementType movement() {
        return movement;
    }

    /** The word in the API. */
    @JsonValue
    public String word() {
        return word;
    }
}
