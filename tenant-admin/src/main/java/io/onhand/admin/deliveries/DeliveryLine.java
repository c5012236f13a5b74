package io.onhand.admin.deliveries;

import org.jspecify.annotations.Nullable;

/**
 * A delivery as people read it.
 *
 * @param at when it came, by the clock of the list
 * @param exact the same with all there is to know
 * @param from what the connection is called
 * @param code the connection's code
 * @param state its word
 * @param message the sender's id of the message, or empty
 * @param repeats the delivery that it repeats, or null
 * @param detail a sentence, or empty
 */
public record DeliveryLine(
        String id,
        String at,
        String exact,
        String from,
        String code,
        String state,
        String message,
        @Nullable String repeats,
        String detail) {}
