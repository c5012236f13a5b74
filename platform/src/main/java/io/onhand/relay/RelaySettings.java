package io.onhand.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the rows of the outbox are carried.
 *
 * @param relay {@code database}, the only way that there is yet
 */
@ConfigurationProperties("onhand")
record RelaySettings(@DefaultValue("database") Way relay) {

    /** The ways. */
    enum Way {
        /** Every program reads the table. */
        DATABASE
    }
}
