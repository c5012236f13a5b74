package io.onhand.admin.connections;

import io.onhand.channels.HookKey;

/** Where vendors send messages and people to; known to the program that the world reaches. */
public interface HookAddresses {

    /** The address of a hook, as it is pasted at the vendor. */
    String of(HookKey key);

    /** The address of one of our pages, as a vendor sends people back to it. */
    String page(String path);
}
