package io.onhand.channels;

import java.util.Locale;

/** What became of a source event. */
public enum EventOutcome {
    /** It moved stock. */
    APPLIED,
    /** It was known already, with the same content. */
    DUPLICATE,
    /** A newer revision of its document was there before. */
    STALE,
    /** Its identity has another content; it was kept for a person to look at. */
    CONFLICT,
    /** It could not be applied; it was kept for a person to settle. */
    EXCEPTION,
    /** Its connection is only observed: it moved nothing, whatever it says. */
    OBSERVED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in the API. */
    public String word() {
        return word;
    }
}
