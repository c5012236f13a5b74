package io.onhand.bench;

import java.time.Instant;
import java.util.List;

/**
 * A sale as a till would tell it.
 *
 * @param lines one to three, of different items, in the database's order of their ids
 */
record Sale(Shop shop, Shop.Place place, String externalId, Instant occurredAt, List<Line> lines) {

    /** One unit or more of an item. */
    record Line(Shop.Item item, int units) {}

    /** Appends what the API calls an event. */
    void appendTo(StringBuilder json) {
        json.append("{\"externalId\":\"").append(externalId);
        json.append("\",\"type\":\"sale\",\"location\":\"").append(place.code());
        json.append("\",\"occurredAt\":\"").append(occurredAt).append("\",\"lines\":[");
        for (int i = 0; i < lines.size(); i++) {
            json.append(i == 0 ? "{\"sku\":\"" : ",{\"sku\":\"").append(lines.get(i).item().sku());
            json.append("\",\"quantity\":\"").append(lines.get(i).units()).append("\"}");
        }
        json.append("]}");
    }
}
