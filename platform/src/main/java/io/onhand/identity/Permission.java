package io.onhand.identity;

import java.util.Locale;

/** A right that an operation needs. */
public enum Permission {
    /** Levels, movements, explanations, postings, reservations. */
    READ_STOCK,
    /** Products, variants, barcodes. */
    READ_CATALOG,
    READ_LOCATIONS,
    READ_AUDIT,
    READ_CONNECTIONS,
    READ_DELIVERIES,
    READ_EXCEPTIONS,
    WRITE_CATALOG,
    WRITE_LOCATIONS,
    ADJUST_STOCK,
    RESERVE_STOCK,
    SEND_EVENTS,
    /** Connections and what their names mean, and reading deliveries again. */
    WRITE_CONNECTIONS,
    /** The secrets of connections, which nobody may read. */
    WRITE_SECRETS,
    /** Takes back a posting as a whole. */
    REVERSE_POSTINGS,
    /** Maps, retries or ignores what an exception is about. */
    SETTLE_EXCEPTIONS,
    /** Folds the whole ledger again and compares. */
    AUDIT_LEDGER,
    /** Moves the demo's business clock. */
    MOVE_CLOCK;

    /** The word in the OpenAPI document: {@code read-stock}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
