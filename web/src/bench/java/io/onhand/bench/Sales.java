package io.onhand.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * An endless stream of sales: one to three lines, some told again. On hot keys four of five are of
 * twenty items at one place. Not for several threads.
 */
final class Sales {

    /** How the server orders ids: by unsigned bytes. */
    private static final Comparator<Sale.Line> BY_ID =
            Comparator.comparing(
                    line -> line.item().id(),
                    (a, b) ->
                            a.getMostSignificantBits() == b.getMostSignificantBits()
                                    ? Long.compareUnsigned(
                                            a.getLeastSignificantBits(),
                                            b.getLeastSignificantBits())
                                    : Long.compareUnsigned(
                                            a.getMostSignificantBits(),
                                            b.getMostSignificantBits()));

    private static final int HOT_ITEMS = 20;
    private static final double HOT_SHARE = 0.8;
    static final double SOME_REPEATED = 0.01;
    static final double NONE_REPEATED = 0;
    private static final int LINES_MAX = 3;
    private static final int UNITS_MAX = 3;

    private final List<Shop> shops;
    private final boolean hot;
    private final double repeated;
    private final SplittableRandom random;
    private final String mark = UUID.randomUUID().toString();
    private final Sale[] told;
    private long count;

    /**
     * @param hot whether most sales are of few items
     * @param repeated the share that is told again
     * @param seed the same seed chooses the same items
     */
    Sales(List<Shop> shops, boolean hot, double repeated, long seed) {
        this.shops = shops;
        this.hot = hot;
        this.repeated = repeated;
        this.random = new SplittableRandom(seed);
        this.told = new Sale[shops.size()];
    }

    /** Sales of one shop. */
    List<Sale> next(int size) {
        boolean few = hot && random.nextDouble() < HOT_SHARE;
        int shop = few ? 0 : random.nextInt(shops.size());
        var sales = new ArrayList<Sale>(size);
        for (int i = 0; i < size; i++) {
            sales.add(next(shop, few));
        }
        return sales;
    }

    private Sale next(int number, boolean few) {
        Sale before = told[number];
        if (before != null && random.nextDouble() < repeated) {
            return before;
        }
        Shop shop = shops.get(number);
        Shop.Place place = shop.places().get(few ? 0 : random.nextInt(shop.places().size()));
        var sale =
                new Sale(
                        shop,
                        place,
                        mark + "-" + count++,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        lines(shop, few ? HOT_ITEMS : shop.items().size()));
        told[number] = sale;
        return sale;
    }

    private List<Sale.Line> lines(Shop shop, int items) {
        return random.ints(1 + random.nextInt(LINES_MAX), 0, items)
                .distinct()
                .mapToObj(i -> new Sale.Line(shop.items().get(i), 1 + random.nextInt(UNITS_MAX)))
                .sorted(BY_ID)
                .toList();
    }
}
