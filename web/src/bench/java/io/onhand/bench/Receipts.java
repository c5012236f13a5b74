package io.onhand.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Receipts of one line at one place, so that each makes the next version of its level; remembers
 * when each was sent. One sender a place.
 */
final class Receipts implements AutoCloseable {

    private final KeptConnection connection;
    private final Shop shop;
    private final String place;
    private final Map<String, Long> sent;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    /**
     * @param sent where the time of sending is put, by {@link #key}
     */
    Receipts(int port, Shop shop, String place, Map<String, Long> sent) throws IOException {
        this.connection = new KeptConnection(port);
        this.shop = shop;
        this.place = place;
        this.sent = sent;
    }

    static String key(String topic, String sku, long version) {
        return topic + " " + sku + " " + version;
    }

    /** Sends one and waits until it is posted. */
    void send(String sku) throws IOException {
        long version = versions.merge(sku, 1L, Long::sum);
        sent.put(key("stock:" + place, sku, version), System.nanoTime());
        String at = Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
        var answer =
                connection.post(
                        "/api/v1/source-events",
                        shop.key(),
                        """
                        {"connection":"%s","events":[{"externalId":"%s","type":"receipt",\
                        "location":"%s","occurredAt":"%s","lines":[{"sku":"%s","quantity":"1"}]}]}"""
                                .formatted(shop.connection(), UUID.randomUUID(), place, at, sku));
        if (answer.status() != 200 || !answer.body().contains("\"applied\"")) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    /** The versions that all levels have now. */
    Map<String, Long> versions() {
        return versions;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
