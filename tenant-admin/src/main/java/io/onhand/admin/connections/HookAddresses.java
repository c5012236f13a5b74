package io.onhand.admin.connections;

import io.onhand.channels.HookKey;

/** Where the senders of connections send to; known to the program that the world reaches. */
public interface HookAddresses {

    /** The address of a hook, as it is pasted at the vendor. */
    String of(HookKey key);
}
