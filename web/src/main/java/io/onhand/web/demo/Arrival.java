package io.onhand.web.demo;

import io.onhand.channels.SourceEvent;
import java.time.Instant;

/**
 * A source event on its way to us.
 *
 * @param at when it comes; a till without network sends later than it sells
 */
record Arrival(Instant at, SourceEvent event) {

    static Arrival prompt(SourceEvent event) {
        return new Arrival(event.occurredAt(), event);
    }
}
