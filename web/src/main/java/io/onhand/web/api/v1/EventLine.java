package io.onhand.web.api.v1;

import io.onhand.channels.SourceEvent;
import io.onhand.measure.Quantity;
import io.onhand.web.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * A line of an event as it is sent.
 *
 * @param line the sender's id of the line; its place in the event, from 1, when it is left out
 * @param sku the sender's name of the item
 * @param quantity its sign as the event's type wants it
 */
record EventLine(@Nullable @Code String line, @Code String sku, Quantity quantity) {

    /** The id of the line at this place, from 1. */
    String id(int place) {
        return line == null ? Integer.toString(place) : line;
    }

    SourceEvent.Line at(int place) {
        return new SourceEvent.Line(id(place), sku, quantity);
    }
}
