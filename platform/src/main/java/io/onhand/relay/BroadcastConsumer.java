package io.onhand.relay;

import io.onhand.tenancy.TenantId;

/**
 * Somebody on this program who hears of what is committed on any program, soon and at least once.
 * All are called by one thread, so they must not wait for anything but the database.
 */
public interface BroadcastConsumer {

    /** Whether it hears anything at present; the outbox is not read while nobody does. */
    boolean isListening();

    /** Whether it hears of this tenant and topic at present; asked for each row. */
    boolean wants(TenantId tenant, String topic);

    /** Takes a row; an exception is answered by {@link #missed}. */
    void hear(OutboxEvent event);

    /** Something of this tenant may have been missed: what was built from the rows is doubtful. */
    void missed(TenantId tenant);

    /** Something of any tenant may have been missed. */
    void missedAnything();
}
