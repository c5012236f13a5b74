package io.onhand.exceptions;

import java.util.List;
import java.util.Locale;

/** What a person may do about an exception. */
public enum SettlingAction {
    IGNORE,
    RETRY,
    MAP_VARIANT,
    MAP_LOCATION,
    COUNT_IT,
    TAKE_THEIRS,
    PUSH_OURS;

    /** The word in answers: {@code map-variant}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether several exceptions can be settled in one go: no two shelves are one count. */
    public boolean isForMany() {
        return this != COUNT_IT;
    }

    static List<SettlingAction> of(ExceptionKind kind) {
        return switch (kind) {
            case UNKNOWN_VARIANT -> List.of(MAP_VARIANT, RETRY, IGNORE);
            case UNKNOWN_LOCATION -> List.of(MAP_LOCATION, RETRY, IGNORE);
            case UNREADABLE, QUANTITY_TOO_FINE -> List.of(RETRY, IGNORE);
            case DRIFT -> List.of(COUNT_IT, TAKE_THEIRS, PUSH_OURS, IGNORE);
            case CONFLICT,
                    NEGATIVE_STOCK,
                    OVERSOLD_PROMISE,
                    CLOCK_DOUBT,
                    LEDGER_MISMATCH,
                    ACCESS_LOST ->
                    List.of(IGNORE);
        };
    }
}
