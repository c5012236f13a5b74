package io.onhand.web.demo;

import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The month before today: an opening count, then days of trade. It ends with yesterday (UTC), so
 * that two worlds made on the same day are the same.
 */
final class History {

    static final int DAYS = 31;

    private static final LocalTime OPENING = LocalTime.of(6, 0);

    private History() {}

    /** All that happened to a retailer's stock, in the order in which it was heard of. */
    static List<SourceEvent> of(Retailer retailer, LocalDate today) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Shop shop : retailer.shops()) {
            arrivals.addAll(of(shop, retailer.articles(), today));
        }
        return arrivals.stream()
                .sorted(Comparator.comparing(Arrival::at))
                .map(Arrival::event)
                .toList();
    }

    private static List<Arrival> of(Shop shop, List<Article> articles, LocalDate today) {
        Instant end = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        LocalDate start = today.minusDays(DAYS);
        var shelf = new Shelf();
        var customers = new Customers(shop, articles);
        List<Arrival> arrivals = new ArrayList<>();
        arrivals.add(opening(shop, articles, start, shelf));
        for (LocalDate date = start; date.isBefore(today); date = date.plusDays(1)) {
            new TradingDay(shop, date, articles, customers, shelf)
                    .arrivals().stream()
                            .filter(arrival -> arrival.event().occurredAt().isBefore(end))
                            .forEach(arrivals::add);
        }
        return arrivals;
    }

    private static Arrival opening(
            Shop shop, List<Article> articles, LocalDate start, Shelf shelf) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (Article article : articles) {
            counted.put(article.sku(), shop.par(article));
        }
        counted.forEach(shelf::put);
        Instant at = start.atTime(OPENING).atZone(shop.zone()).toInstant();
        return Arrival.prompt(
                Facts.of(EventType.COUNT, shop.till() + "-OPENING", shop, at, counted));
    }
}
