package io.onhand.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Receipts of one line at one place, through the hook, so that each makes the next version of its
 * level; remembers when each was sent. One sender a place.
 */
final class Receipts implements AutoCloseable {

    private final TillHook hook;
    private final String place;
    private final Map<String, Trip> sent;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    /**
     * @param sent where each is put, by {@link #key}
     */
    Receipts(int port, Shop shop, String place, Map<String, Trip> sent) throws IOException {
        this.hook = new TillHook(port, shop.connection());
        this.place = place;
        this.sent = sent;
    }

    static String key(String topic, String sku, long version) {
        return topic + " " + sku + " " + version;
    }

    /** Sends one and waits until it is kept; it is posted soon after. */
    void send(String sku) throws IOException {
        long version = versions.merge(sku, 1L, Long::sum);
        var trip = new Trip();
        sent.put(key("stock:" + place, sku, version), trip);
        String at = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        hook.send(
                """
                {"externalId":"%s","type":"receipt","location":"%s","occurredAt":"%s",\
                "lines":[{"sku":"%s","quantity":"1"}]}"""
                        .formatted(UUID.randomUUID(), place, at, sku));
        trip.kept();
    }

    /** The versions that all levels have now. */
    Map<String, Long> versions() {
        return versions;
    }

    @Override
    public void close() throws IOException {
        hook.close();
    }
}
