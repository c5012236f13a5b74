package io.onhand.web.demo;

import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What happens next in the shops: mostly a sale; now and then something comes back, breaks, is sent
 * twice, is delivered, or was sold a while ago at a till that had no network.
 */
class TrafficScript {

    private static final DateTimeFormatter NUMBER =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final Duration NETWORK_DOWN = Duration.ofMinutes(20);
    private static final int LATE_SALES_MAX = 3;
    private static final int DELIVERY_LINES_MAX = 20;
    private static final int NUMBERS = 0x1000;

    /** The web shop sells at any hour; a closed shop hardly. */
    private static final int NIGHT = 1;

    private final List<Shop> shops;
    private final List<Article> articles;
    private final Random random;
    private final Map<Shop, Customers> customers = new HashMap<>();
    private final Map<Shop, Shelf> shelves = new HashMap<>();
    private List<SourceEvent> last = List.of();

    TrafficScript(Retailer retailer, Random random) {
        this.shops = retailer.shops();
        this.articles = retailer.articles();
        this.random = random;
        for (Shop shop : shops) {
            customers.put(shop, new Customers(shop, articles));
            shelves.put(shop, new Shelf());
        }
    }

    List<Shop> shops() {
        return shops;
    }

    /** The shelf of a shop, to be filled with what is there. */
    Shelf shelf(Shop shop) {
        return shelves.computeIfAbsent(shop, none -> new Shelf());
    }

    /** The next events, to be sent together; may be none. */
    List<SourceEvent> next(Instant now) {
        Shop shop = whereNext(now);
        int chance = random.nextInt(100);
        if (chance < 5 && !last.isEmpty()) {
            return last; // a till that did not hear our answer sends again
        }
        if (chance < 8) {
            return lateSales(shop, now);
        }
        if (chance < 12) {
            return comesBack(shop, now);
        }
        if (chance < 15) {
            return breaks(shop, now);
        }
        if (chance < 22) {
            return delivery(shop, now);
        }
        last = sale(shop, now);
        return last;
    }

    private Shop whereNext(Instant now) {
        int[] busy = new int[shops.size()];
        int all = 0;
        for (int i = 0; i < busy.length; i++) {
            int hour = now.atZone(shops.get(i).zone()).getHour();
            all += (NIGHT + Shop.customers(hour)) * shops.get(i).tickets();
            busy[i] = all;
        }
        int at = random.nextInt(all);
        int i = 0;
        while (busy[i] <= at) {
            i++;
        }
        return shops.get(i);
    }

    private List<SourceEvent> sale(Shop shop, Instant at) {
        var basket =
                customers
                        .computeIfAbsent(shop, s -> new Customers(s, articles))
                        .basket(random, shelf(shop));
        return basket.isEmpty()
                ? List.of()
                : List.of(Facts.of(EventType.SALE, number(shop, at), shop, at, basket));
    }

    private List<SourceEvent> lateSales(Shop shop, Instant now) {
        List<SourceEvent> sales = new ArrayList<>();
        for (int i = 0; i < LATE_SALES_MAX; i++) {
            sales.addAll(sale(shop, now.minus(NETWORK_DOWN).plusSeconds(random.nextInt(600))));
        }
        return sales;
    }

    private List<SourceEvent> comesBack(Shop shop, Instant now) {
        String sku = articles.get(random.nextInt(articles.size())).sku();
        shelf(shop).move(sku, 1);
        return List.of(
                Facts.of(EventType.RETURN, number(shop, now) + "-R", shop, now, Map.of(sku, 1)));
    }

    private List<SourceEvent> breaks(Shop shop, Instant now) {
        String sku = articles.get(random.nextInt(articles.size())).sku();
        shelf(shop).move(sku, -1);
        String id = number(shop, now) + "-ADJ";
        return List.of(Facts.adjustment(id, shop, now, sku, -1, "damaged", "Fell off the shelf"));
    }

    /** Brings what runs low; nothing when nothing does. */
    private List<SourceEvent> delivery(Shop shop, Instant now) {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (Article article : articles) {
            int missing = shop.par(article) - shelf(shop).of(article);
            if (shelf(shop).of(article) < shop.reorderPoint(article)
                    && units.size() < DELIVERY_LINES_MAX) {
                int box = article.box() * shop.size();
                units.put(article.sku(), (missing + box - 1) / box * box);
            }
        }
        units.forEach(shelf(shop)::move);
        return units.isEmpty()
                ? List.of()
                : List.of(
                        Facts.of(EventType.RECEIPT, number(shop, now) + "-DEL", shop, now, units));
    }

    private String number(Shop shop, Instant at) {
        return "%s-%s-%03x".formatted(shop.till(), NUMBER.format(at), random.nextInt(NUMBERS));
    }
}
