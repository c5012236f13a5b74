package io.onhand.fault;

import io.onhand.fault.Document.Item;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Trading days out of a seed: the same seed gives the same documents in the same order. */
final class TradingDays {

    static final int SKUS = 500;
    static final int HOT_SKUS = 20;

    private static final int DAYS = 30;
    private static final int SENT_TIMES_MAX = 5;
    private static final Instant FIRST_DAY = Instant.parse("2026-06-01T00:00:00Z");

    private final Random random;
    private final List<String> locations;

    TradingDays(long seed, List<String> locations) {
        this.random = new Random(seed);
        this.locations = locations;
    }

    static String sku(int number) {
        return "FAULT-%03d".formatted(number);
    }

    /** So many events: documents, their further revisions and voids. */
    List<Document> events(int number) {
        var events = new ArrayList<Document>();
        for (int document = 0; events.size() < number; document++) {
            Document first = first("doc-" + document);
            events.add(first);
            int further = random.nextInt(10) < 8 ? 0 : 1 + random.nextInt(2);
            for (int revision = 1; revision <= further && events.size() < number; revision++) {
                events.add(revised(first, revision, revision == further));
            }
        }
        return events;
    }

    /** Each event one to five times, in no order. */
    List<Document> deliveries(List<Document> events) {
        var deliveries = new ArrayList<Document>();
        for (Document event : events) {
            deliveries.addAll(Collections.nCopies(1 + random.nextInt(SENT_TIMES_MAX), event));
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private Document first(String externalId) {
        return new Document(externalId, 0, type(), any(locations), time(), lines());
    }

    /** The last revision of every other document takes it all back. */
    private Document revised(Document first, int revision, boolean last) {
        if (last && random.nextBoolean()) {
            return new Document(
                    first.externalId(), revision, "void", first.location(), time(), List.of());
        }
        return new Document(
                first.externalId(), revision, first.type(), first.location(), time(), lines());
    }

    private String type() {
        int dice = random.nextInt(100);
        if (dice < 70) {
            return "sale";
        } else if (dice < 80) {
            return "return";
        } else if (dice < 90) {
            return "receipt";
        } else if (dice < 95) {
            return "adjustment";
        }
        return "count";
    }

    private List<Item> lines() {
        var lines = new ArrayList<Item>();
        int number = 1 + random.nextInt(3);
        for (int line = 0; line < number; line++) {
            boolean hot = random.nextInt(3) > 0;
            String sku = sku(random.nextInt(hot ? HOT_SKUS : SKUS));
            if (lines.stream().noneMatch(item -> item.sku().equals(sku))) {
                BigDecimal quantity = new BigDecimal(1 + random.nextInt(40)).movePointLeft(1);
                lines.add(new Item(sku, quantity));
            }
        }
        return lines;
    }

    /** To the microsecond, so that two documents hardly share one. */
    private Instant time() {
        long micros = (long) (random.nextDouble() * Duration.ofDays(DAYS).toMillis() * 1_000);
        return FIRST_DAY.plusNanos(micros * 1_000);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
