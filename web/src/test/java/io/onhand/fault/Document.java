package io.onhand.fault;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One revision of a till's document, as sent.
 *
 * @param type the contract's word: sale, return, receipt, count, void …
 */
record Document(
        String externalId,
        long revision,
        String type,
        String location,
        Instant occurredAt,
        List<Item> lines) {

    /** One line. */
    record Item(String sku, BigDecimal quantity) {}

    boolean isCount() {
        return type.equals("count");
    }

    /** What a line does to on hand, when the document is no count. */
    BigDecimal change(Item item) {
        return switch (type) {
            case "sale" -> item.quantity().negate();
            case "return", "receipt", "adjustment" -> item.quantity();
            default -> throw new IllegalStateException(type + " changes nothing by itself");
        };
    }

    /** The event's JSON. */
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("externalId", externalId);
        json.put("revision", revision);
        json.put("type", type);
        json.put("location", location);
        json.put("occurredAt", occurredAt.toString());
        if (type.equals("adjustment")) {
            json.put("reason", "found");
        }
        var items = new ArrayList<Map<String, Object>>();
        for (Item item : lines) {
            items.add(
                    Map.of(
                            "sku", item.sku(),
                            "quantity", item.quantity().stripTrailingZeros().toPlainString()));
        }
        json.put("lines", items);
        return json;
    }
}
