package io.onhand.web.api;

import org.jspecify.annotations.Nullable;

/**
 * A field of a JSON merge patch: left out, given, or given as null to take the value away.
 *
 * @param given whether the patch names the field
 * @param value the new value; null when it is not given or taken away
 * @param <T> the type of the field
 */
public record Given<T extends @Nullable Object>(boolean given, @Nullable T value) {

    /** The value after the patch. */
    public @Nullable T over(@Nullable T before) {
        return given ? value : before;
    }

    /** The value after the patch, of a field that cannot be taken away. */
    public T overRequired(T before) {
        return value == null ? before : value;
    }
}
