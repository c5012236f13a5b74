package io.onhand.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A day of trading, mixed up: sales of one to three lines over two shops, receipts, counts at the
 * same few minutes on purpose, revisions that change lines and times, voids, reversals of sales, of
 * counts and of shipments, promises that run out or are used up, all in any order and some of it
 * twice; then what was shipped arrives.
 */
final class RandomHistory {

    private static final int MINUTES = 12;

    private final Random random;
    private final Shop shop;
    private final Instant now;
    private final List<Posting> sent = new ArrayList<>();
    private final List<Posting> standing = new ArrayList<>();
    private final List<Posting> promises = new ArrayList<>();
    private final List<Posting> arrivals = new ArrayList<>();

    private RandomHistory(long seed, Instant now) {
        this.random = new Random(seed);
        this.shop = Shop.open(now);
        this.now = now;
    }

    /**
     * @param documents how many different things happen
     * @param promising whether promises are among them
     */
    static RandomHistory of(long seed, Instant now, int documents, boolean promising) {
        var history = new RandomHistory(seed, now);
        for (int document = 0; document < documents; document++) {
            history.happen("d" + document, promising);
        }
        for (int shipment = 0; shipment < documents / 6; shipment++) {
            history.ship("s" + shipment);
        }
        List<Posting> twice = new ArrayList<>();
        for (int i = 0; i < history.sent.size() / 8; i++) {
            twice.add(history.sent.get(history.random.nextInt(history.sent.size())));
        }
        history.sent.addAll(twice);
        Collections.shuffle(history.sent, history.random);
        return history;
    }

    Shop shop() {
        return shop;
    }

    /** What is sent, in the order of sending. A reversal may come before what it reverses. */
    List<Posting> sent() {
        return sent;
    }

    /**
     * What is sent when all of that is posted, in any order: nothing arrives before it is shipped.
     */
    List<Posting> arrivals() {
        return arrivals;
    }

    Definition definition() {
        return new Definition(standing);
    }

    /** What is in force at the end. */
    List<Posting> standing() {
        return standing;
    }

    /** Every minute at which something may have happened, and just before. */
    List<Instant> times() {
        List<Instant> times = new ArrayList<>();
        for (int minute = 0; minute <= MINUTES; minute++) {
            times.add(shop.at(minute).minusNanos(1_000));
            times.add(shop.at(minute));
        }
        times.add(now.plusMillis(700));
        return times;
    }

    List<LevelKey> levels() {
        List<LevelKey> levels = new ArrayList<>();
        for (var location : List.of(Shop.LONDON, Shop.PARIS)) {
            for (var variant : List.of(Shop.MATCHA, Shop.SENCHA, Shop.OOLONG)) {
                levels.add(shop.level(location, variant));
            }
        }
        return levels;
    }

    private void happen(String id, boolean promising) {
        int kind = random.nextInt(100);
        if (kind < 50) {
            sell(id);
        } else if (kind < 75) {
            count(id);
        } else if (kind < 88 && promising) {
            promise(id);
        } else {
            Posting receipt = lines(dressed(shop.receipt(id, 0)), 3, 5, 9).posted();
            sent.add(receipt);
            standing.add(receipt);
        }
    }

    private void sell(String id) {
        int revisions = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 0;
        Shop.Draft first = dressed(shop.sale(id, 0));
        Posting last = withPromise(lines(first, 3, -4, 2)).posted();
        sent.add(last);
        for (int revision = 1; revision <= revisions; revision++) {
            Shop.Draft next = shop.sale(id, 0).from(last.identity().source()).revision(revision);
            next.occurred(random.nextBoolean() ? last.occurredAt() : time());
            next.received(last.receivedAt());
            last = random.nextInt(6) == 0 ? next.nothing() : lines(next, 3, -4, 2).posted();
            sent.add(last);
        }
        keepOrReverse(last, revisions == 0 || random.nextBoolean());
    }

    private void count(String id) {
        Posting count = lines(dressed(shop.count(id, 0)), 2, 5, 60).posted();
        sent.add(count);
        if (random.nextInt(4) == 0) {
            Shop.Draft next = shop.count(id, 0).from(count.identity().source()).revision(1);
            next.occurred(random.nextBoolean() ? count.occurredAt() : time());
            next.received(count.receivedAt());
            count = lines(next, 2, 5, 60).posted();
            sent.add(count);
        }
        keepOrReverse(count, true);
    }

    /** Whether a void can be reversed is no matter of numbers. */
    private void keepOrReverse(Posting last, boolean mayBeReversed) {
        if (mayBeReversed && !last.voided() && random.nextInt(6) == 0) {
            sent.add(shop.undo(last, last.identity().externalId()));
        } else {
            standing.add(last);
        }
    }

    private void promise(String id) {
        Shop.Draft promise = shop.promise(id, now.plusMillis(random.nextInt(1_000) - 100));
        promise.line(Shop.LONDON, Shop.MATCHA, 1 + random.nextInt(4));
        if (random.nextBoolean()) {
            promise.line(Shop.PARIS, Shop.SENCHA, 1 + random.nextInt(3));
        }
        promises.add(promise.posted());
        sent.add(promises.getLast());
    }

    /**
     * Some of it is taken back at once, some arrives in part or wholly, some of that by mistake.
     */
    private void ship(String id) {
        var variant = List.of(Shop.MATCHA, Shop.SENCHA, Shop.OOLONG).get(random.nextInt(3));
        int units = 1 + random.nextInt(9);
        Posting shipped = dressed(shop.ship(id, variant, units)).posted();
        sent.add(shipped);
        if (random.nextInt(5) == 0) {
            sent.add(shop.undo(shipped, id));
            return;
        }
        standing.add(shipped);
        if (random.nextInt(3) > 0) {
            Posting arrived =
                    dressed(shop.arrive("a" + id, variant, 1 + random.nextInt(units))).posted();
            arrivals.add(arrived);
            if (random.nextInt(4) == 0) {
                arrivals.add(shop.undo(arrived, id));
            } else {
                standing.add(arrived);
            }
        }
    }

    private Shop.Draft withPromise(Shop.Draft draft) {
        if (!promises.isEmpty() && random.nextInt(4) == 0) {
            draft.fulfils(promises.get(random.nextInt(promises.size())));
        }
        return draft;
    }

    private Shop.Draft dressed(Shop.Draft draft) {
        return draft.from(random.nextBoolean() ? Shop.TILL_A : Shop.TILL_B)
                .occurred(time())
                .received(now.plusMillis(random.nextInt(1_000)));
    }

    /** Now and then something happens while the history is posted. */
    private Instant time() {
        return random.nextInt(7) == 0
                ? now.plus(Duration.ofMillis(random.nextInt(1_500)))
                : shop.at(random.nextInt(MINUTES));
    }

    private Shop.Draft lines(Shop.Draft draft, int most, int from, int to) {
        int lines = 1 + random.nextInt(most);
        for (int line = 0; line < lines; line++) {
            draft.line(
                    random.nextBoolean() ? Shop.LONDON : Shop.PARIS,
                    List.of(Shop.MATCHA, Shop.SENCHA, Shop.OOLONG).get(random.nextInt(3)),
                    from + random.nextInt(to - from + 1));
        }
        return draft;
    }
}
