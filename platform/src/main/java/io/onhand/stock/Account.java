package io.onhand.stock;

/** The accounts of a level. Each movement changes one. */
public enum Account {
    /** Units physically there, whatever their use. */
    ON_HAND(1, "on-hand"),
    /** Promised to an order and not yet gone. */
    COMMITTED(2, "committed"),
    /** Damaged, in quality control, set aside. */
    UNAVAILABLE(3, "unavailable"),
    /** Ordered or announced, not received; outside on hand. */
    INCOMING(4, "incoming"),
    /** Shipped here and not yet received; outside on hand. */
    IN_TRANSIT(5, "in-transit");

    private final short code;
    private final String word;

    Account(int code, String word) {
        this.code = (short) code;
        this.word = word;
    }

    /** The number in the tables. */
    short code() {
        return code;
    }

    /** The word in the API. */
    public String word() {
        return word;
    }

    static Account ofCode(int code) {
        return values()[code - 1];
    }
}
