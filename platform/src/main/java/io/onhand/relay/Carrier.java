package io.onhand.relay;

import java.time.Duration;
import java.util.List;

/** The way on which rows of the outbox reach the work consumers. */
interface Carrier {

    /**
     * Carries rows on, oldest first. When it returns they need the outbox no longer; an exception
     * means that all of them are carried again.
     */
    void carry(List<OutboxEvent> rows);

    /** How often to look for rows. */
    Duration every();
}
