package io.onhand.web.demo;

import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.measure.Quantity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One day of one shop, in its own time: counting before it opens, a delivery, customers by the
 * hour, what comes back and what breaks. The same shop and date always give the same day.
 */
class TradingDay {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final LocalTime COUNTING = LocalTime.of(7, 0);
    private static final LocalTime DELIVERY = LocalTime.of(7, 40);
    private static final LocalTime BREAKAGE = LocalTime.of(16, 20);
    private static final LocalTime LATE_SALE = LocalTime.of(17, 55);
    private static final Duration NETWORK_DOWN = Duration.ofHours(16);
    private static final int LINES_A_DELIVERY_MAX = 60;
    private static final int ARTICLES_COUNTED = 12;
    private static final int WAREHOUSE_DELIVERIES_DAY = DayOfWeek.TUESDAY.getValue();
    private static final double COMES_BACK = 0.02;
    private static final double SENT_TWICE = 0.008;
    private static final double CORRECTED = 0.1;

    private final Shop shop;
    private final LocalDate date;
    private final List<Article> articles;
    private final Customers customers;
    private final Shelf shelf;
    private final Random random;
    private final String number;
    private final List<Arrival> arrivals = new ArrayList<>();

    TradingDay(
            Shop shop, LocalDate date, List<Article> articles, Customers customers, Shelf shelf) {
        this.shop = shop;
        this.date = date;
        this.articles = articles;
        this.customers = customers;
        this.shelf = shelf;
        this.random = new Random((shop.code() + date).hashCode());
        this.number = shop.till() + "-" + DATE.format(date);
    }

    /** What the day brings, changing the shelf as it goes. */
    List<Arrival> arrivals() {
        if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
            count();
        }
        if (shop.size() == 1 || date.getDayOfWeek().getValue() == WAREHOUSE_DELIVERIES_DAY) {
            deliver();
        }
        sell();
        if (random.nextBoolean()) {
            breakSomething();
        }
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            sellWithoutNetwork();
        }
        return arrivals;
    }

    private Instant at(LocalTime time) {
        return date.atTime(time).atZone(shop.zone()).toInstant();
    }

    private void add(SourceEvent event) {
        arrivals.add(Arrival.prompt(event));
    }

    /** Some shelves are counted every week; now and then the count differs by one. */
    private void count() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        counted.put(articles.getLast().sku(), shelf.of(articles.getLast()));
        bestSeller(counted);
        for (int i = 0; i < ARTICLES_COUNTED; i++) {
            Article article = customers.any(random);
            int difference = random.nextInt(6) == 0 ? -1 : random.nextInt(12) == 0 ? 1 : 0;
            counted.putIfAbsent(article.sku(), Math.max(0, shelf.of(article) + difference));
        }
        counted.forEach(shelf::put);
        add(Facts.of(EventType.COUNT, number + "-COUNT", shop, at(COUNTING), counted));
    }

    private void bestSeller(Map<String, Integer> counted) {
        Article best = bestSeller();
        counted.put(best.sku(), Math.max(0, shelf.of(best)));
    }

    private Article bestSeller() {
        return articles.stream()
                .max(java.util.Comparator.comparingDouble(Article::weekly))
                .orElseThrow();
    }

    private void deliver() {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (Article article : articles) {
            int missing = shop.par(article) - shelf.of(article);
            if (shelf.of(article) < shop.reorderPoint(article)
                    && units.size() < LINES_A_DELIVERY_MAX) {
                int box = article.box() * shop.size();
                units.put(article.sku(), (missing + box - 1) / box * box);
            }
        }
        if (!units.isEmpty()) {
            units.forEach(shelf::move);
            add(Facts.of(EventType.RECEIPT, number + "-DEL", shop, at(DELIVERY), units));
        }
    }

    private void sell() {
        int day = (int) (shop.tickets(date) * (0.85 + random.nextDouble() * 0.3));
        int all = 0;
        for (int hour = 0; hour < 24; hour++) {
            all += Shop.customers(hour);
        }
        int no = 0;
        for (int hour = 0; hour < 24; hour++) {
            int tickets = (int) Math.round((double) day * Shop.customers(hour) / all);
            int[] seconds = random.ints(tickets, 0, 3_600).sorted().toArray();
            for (int second : seconds) {
                sell(++no, at(LocalTime.of(hour, 0)).plusSeconds(second));
            }
        }
    }

    private void sell(int no, Instant at) {
        var basket = customers.basket(random, shelf);
        if (basket.isEmpty()) {
            return;
        }
        String id = "%s-%04d".formatted(number, no);
        var sale = Facts.of(EventType.SALE, id, shop, at, basket);
        add(sale);
        if (random.nextDouble() < SENT_TWICE) {
            arrivals.add(new Arrival(at.plusSeconds(random.nextInt(3, 40)), sale));
        }
        if (random.nextDouble() < COMES_BACK) {
            comesBack(sale);
        }
        if (basket.containsValue(2) && random.nextDouble() < CORRECTED) {
            correct(sale);
        }
    }

    private void comesBack(SourceEvent sale) {
        String sku = sale.lines().getFirst().sku();
        shelf.move(sku, 1);
        Instant at = sale.occurredAt().plus(Duration.ofMinutes(random.nextInt(20, 120)));
        add(Facts.of(EventType.RETURN, sale.externalId() + "-R", shop, at, Map.of(sku, 1)));
    }

    /** The cashier had typed two instead of one. */
    private void correct(SourceEvent sale) {
        var one = Quantity.ofUnits(1);
        List<SourceEvent.Line> lines = new ArrayList<>();
        for (SourceEvent.Line line : sale.lines()) {
            if (line.quantity().compareTo(one) > 0) {
                shelf.move(line.sku(), 1);
            }
            lines.add(new SourceEvent.Line(line.line(), line.sku(), one));
        }
        arrivals.add(new Arrival(sale.occurredAt().plusSeconds(90), Facts.revised(sale, lines)));
    }

    private void breakSomething() {
        Article article = customers.any(random);
        boolean tasted = random.nextInt(3) == 0;
        shelf.move(article.sku(), -1);
        add(
                Facts.adjustment(
                        number + "-ADJ",
                        shop,
                        at(BREAKAGE).plusSeconds(random.nextInt(600)),
                        article.sku(),
                        -1,
                        tasted ? "sample" : "damaged",
                        tasted ? "Opened for the tasting table" : "Fell off the shelf"));
    }

    /** The next morning's count sees the empty place before anybody hears of this sale. */
    private void sellWithoutNetwork() {
        Article best = bestSeller();
        shelf.move(best.sku(), -1);
        var sale =
                Facts.of(
                        EventType.SALE,
                        number + "-OFF1",
                        shop,
                        at(LATE_SALE),
                        Map.of(best.sku(), 1));
        arrivals.add(new Arrival(sale.occurredAt().plus(NETWORK_DOWN), sale));
    }
}
