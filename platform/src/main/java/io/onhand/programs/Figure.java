package io.onhand.programs;

/** What programs note of themselves. */
public enum Figure {
    /** Seconds since the oldest row of the outbox that a consumer does not have. */
    RELAY_LAG("onhand.relay.lag"),
    /** Rows that a consumer could not take yet. */
    RELAY_FAILURES("onhand.relay.failures"),
    /** Lines that wait for the ledger or are being posted. */
    LEDGER_QUEUE("onhand.ledger.queue.lines"),
    /** Live connections. */
    LIVE_CLIENTS("onhand.live.clients");

    private final String meter;

    Figure(String meter) {
        this.meter = meter;
    }

    /** The gauge that it is read from. */
    String meter() {
        return meter;
    }
}
