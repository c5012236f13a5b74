package io.onhand.stock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger.
 *
 * @param lanes batches that this program posts at a time, 1 to {@link #LANES_MAX}
 */
@ConfigurationProperties("onhand.ledger")
record LedgerSettings(@DefaultValue("2") int lanes) {

    /** Each lane holds a connection of the ledger's pool while it posts. */
    static final int LANES_MAX = 3;

    LedgerSettings {
        if (lanes < 1 || lanes > LANES_MAX) {
            throw new IllegalArgumentException(
                    "onhand.ledger.lanes is " + lanes + ", not 1 to " + LANES_MAX);
        }
    }
}
