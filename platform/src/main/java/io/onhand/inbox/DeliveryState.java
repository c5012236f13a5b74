package io.onhand.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a delivery has come. */
public enum DeliveryState {
    /** Something of it is still to be read or posted. */
    WAITING,
    /** All that it told has its outcome. */
    DONE,
    /** A person has to settle something about it. */
    EXCEPTION,
    /** It moved nothing and is not meant to. */
    IGNORED;

    /** The word in tables and answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
