package io.onhand.web.demo;

import io.onhand.channels.SourceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.TillSale;

/**
 * What happens at the tills of the stores: sales, also those that were made while there was no
 * network, what comes back, and what breaks. Deliveries and the warehouse have no till.
 */
class TillTrade {

    private static final int ORDERS_REMEMBERED = 40;
    private static final int ONE_IN_TOLD_AGAIN = 20;
    private static final int TOLD_AGAIN = 3;

    private final Random random;
    private final Set<String> places;
    private final Map<String, List<String>> orders = new HashMap<>();
    private String last = "";

    TillTrade(Retailer retailer, Random random) {
        this.random = random;
        this.places =
                TillSetUp.stores(retailer).stream().map(Shop::code).collect(Collectors.toSet());
    }

    /** Does at the tills what belongs there; the rest. */
    List<SourceEvent> ring(StandIn tills, List<SourceEvent> events) {
        return events.stream().filter(event -> !isRung(tills, event)).toList();
    }

    private boolean isRung(StandIn tills, SourceEvent event) {
        if (!places.contains(event.location())) {
            return false;
        }
        try {
            return switch (event.type()) {
                case SALE -> isSold(tills, event);
                case RETURN -> isTakenBack(tills, event.location());
                case ADJUSTMENT -> isLost(tills, event);
                case RECEIPT, COUNT, VOID -> false;
            };
        } catch (IllegalArgumentException e) {
            return true; // such as an order that still waits for the network: it is not taken back
        }
    }

    private boolean isSold(StandIn tills, SourceEvent event) {
        if (event.externalId().equals(last)) {
            return true; // at a till the same order is not sold again; its messages come again
        }
        last = event.externalId();
        boolean again = random.nextInt(ONE_IN_TOLD_AGAIN) == 0;
        String order =
                tills.sell(
                        new TillSale(
                                event.location(),
                                event.lines().stream()
                                        .map(
                                                line ->
                                                        new TillSale.Line(
                                                                line.sku(),
                                                                line.quantity().toString()))
                                        .toList(),
                                again ? TOLD_AGAIN : 1,
                                Duration.ZERO,
                                event.occurredAt()));
        List<String> known = orders.computeIfAbsent(event.location(), _ -> new ArrayList<>());
        known.add(order);
        if (known.size() > ORDERS_REMEMBERED) {
            known.removeFirst();
        }
        return true;
    }

    /** All of a sale comes back; nothing does where nothing was sold yet. */
    private boolean isTakenBack(StandIn tills, String place) {
        List<String> known = orders.getOrDefault(place, List.of());
        if (!known.isEmpty()) {
            tills.refund(known.remove(random.nextInt(known.size())));
        }
        return true;
    }

    private boolean isLost(StandIn tills, SourceEvent event) {
        for (SourceEvent.Line line : event.lines()) {
            tills.lose(event.location(), line.sku(), line.quantity().negated().toString());
        }
        return true;
    }
}
