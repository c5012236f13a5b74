package io.onhand.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the rows of the outbox are carried.
 *
 * @param relay {@code database} or {@code kafka}; the same for all programs on one database
 */
@ConfigurationProperties("onhand")
record RelaySettings(@DefaultValue("database") Way relay) {

    /** The ways. */
    enum Way {
        /** Every program reads the table. */
        DATABASE,

        /** One program publishes the table, and every program reads what the broker has. */
        KAFKA
    }
}
