package io.onhand.web.live;

/** What carries a connection's messages. */
interface Line {

    /** Something waits to be sent. Called under locks: it must not wait. */
    void wake();

    /** The client does not read: whatever is being sent to it now may be given up. */
    void abandon();
}
