package io.onhand.relay;

import java.util.List;

/**
 * Something that is done once for each row, by whichever program hands it out. A row comes at least
 * once and not always in order, so the work asks for the state as it is and is harmless when done
 * again. What fails comes again, alone, after longer and longer pauses; nothing is dropped.
 */
public interface WorkConsumer {

    /** By what its failures are kept; 1–64 characters, never changed. */
    String name();

    /** Whether rows of this topic are for it. */
    boolean wants(String topic);

    /**
     * Takes rows of the current tenant, oldest first. An exception means that none of them is done.
     */
    void work(List<OutboxEvent> events);
}
