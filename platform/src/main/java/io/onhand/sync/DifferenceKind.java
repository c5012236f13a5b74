package io.onhand.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a till may show another number than ours. */
public enum DifferenceKind {
    /** A change of ours is on its way. */
    ECHO,
    /** Something that the till told is not posted yet. */
    LATE,
    /** The till's name of the item or the place means nothing here. */
    MAPPING,
    /** The till does not count the item: that is no zero. */
    UNTRACKED,
    /**
     * An observed connection shows a number where nothing was ever counted or moved here: there is
     * none to compare it with.
     */
    UNCOUNTED,
    /** Messages were lost; what they told was asked for. */
    LOST,
    /** The number was changed there by nothing that we know of. */
    FOREIGN_EDIT;

    /** The word in answers: {@code foreign-edit}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
