package io.onhand.admin.audit;

import org.jspecify.annotations.Nullable;

/**
 * A change as people read it.
 *
 * @param who by name where it is a person, else what kind of actor
 * @param at when, by the clock of the list
 * @param before its state before, as JSON
 * @param after its state after, as JSON
 */
record AuditLine(
        String at,
        String exact,
        String who,
        String actor,
        String door,
        String action,
        String type,
        String object,
        @Nullable String before,
        @Nullable String after) {}
