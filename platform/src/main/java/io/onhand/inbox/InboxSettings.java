package io.onhand.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the inbox.
 *
 * @param waitingMax deliveries and events of one tenant that may wait; above it hooks answer 503
 * @param leasedMax pieces of work that this program takes at a time
 * @param togetherMax deliveries, and documents, of one connection that it works on together
 * @param lease after which work of a program that died is taken over; longer than any step takes
 */
@ConfigurationProperties("onhand.inbox")
record InboxSettings(
        @DefaultValue("10000") long waitingMax,
        @DefaultValue("256") int leasedMax,
        @DefaultValue("64") int togetherMax,
        @DefaultValue("20s") Duration lease) {

    private static final Duration LEASE_MIN = Duration.ofSeconds(1);

    InboxSettings {
        if (waitingMax < 1 || leasedMax < 1 || togetherMax < 1) {
            throw new IllegalArgumentException("settings under onhand.inbox are at least 1");
        }
        if (lease.compareTo(LEASE_MIN) < 0) {
            throw new IllegalArgumentException("onhand.inbox.lease is at least " + LEASE_MIN);
        }
    }
}
