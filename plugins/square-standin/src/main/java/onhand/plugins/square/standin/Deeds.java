package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was done at a till, as it reaches Square: orders with versions, changes and webhooks. */
final class Deeds {

    private final Act act;

    Deeds(Act act) {
        this.act = act;
    }

    void perform(ObjectNode deed) {
        act.sendEach(
                deed.path("repeats").asInt(1), Duration.ofMillis(deed.path("delay_ms").asLong(0)));
        switch (Json.text(deed, "kind")) {
            case "sell" -> sell(deed);
            case "open" -> announce("created", kept(opened(deed)));
            case "complete" -> complete(deed);
            case "edit" -> edit(deed);
            case "cancel" -> cancel(deed);
            case "refund" -> refund(deed);
            case "recount", "receive", "lose" -> change(deed);
            default -> throw new IllegalStateException("nothing is done by " + deed);
        }
    }

    private void sell(ObjectNode deed) {
        ObjectNode order = opened(deed);
        pay(order, deed);
        announce("created", kept(order));
        announcePayment(order);
        moveStock(order, Json.array(), order.path("line_items"));
    }

    private void complete(ObjectNode deed) {
        ObjectNode order = next(deed);
        pay(order, deed);
        announce("updated", kept(order));
        announcePayment(order);
        moveStock(order, Json.array(), order.path("line_items"));
    }

    private void edit(ObjectNode deed) {
        ObjectNode order = next(deed);
        JsonNode old = order.path("line_items");
        order.set("line_items", deed.path("lines"));
        order.set("total_money", cost(order));
        announce("updated", kept(order));
        if (order.has("closed_at")) {
            moveStock(order, old, order.path("line_items"));
        }
    }

    private void cancel(ObjectNode deed) {
        ObjectNode order = next(deed);
        boolean sold = order.has("closed_at");
        if (!sold) {
            order.put("closed_at", Json.text(deed, "at"));
        }
        order.put("state", "CANCELED");
        announce("updated", kept(order));
        if (sold) {
            moveStock(order, order.path("line_items"), Json.array());
        }
    }

    private void refund(ObjectNode deed) {
        ObjectNode source = known(Json.text(deed, "source"));
        String location = Json.text(source, "location_id");
        String at = Json.text(deed, "at");
        ObjectNode back =
                Json.object()
                        .put("uid", act.newId("RETURN"))
                        .put("source_order_id", Json.text(source, "id"));
        back.set("return_line_items", deed.path("lines"));
        ObjectNode order = bare(deed, location).put("state", "COMPLETED").put("closed_at", at);
        order.set("returns", Json.array().add(back));
        announce("created", kept(order));
        String refund = act.newId("REFUND");
        announceRefund(order, source, refund, deed.path("lines"));
        var changes = new Changes(act);
        Lines.sums(deed.path("lines"))
                .forEach(
                        (variation, quantity) ->
                                changes.sold(
                                        order,
                                        variation,
                                        quantity.negate(),
                                        Instant.parse(at),
                                        refund));
        changes.announce();
    }

    private void change(ObjectNode deed) {
        var changes = new Changes(act);
        String location = Json.text(deed, "location");
        String variation = Json.text(deed, "variation");
        String quantity = Json.text(deed, "quantity");
        Instant at = Instant.parse(Json.text(deed, "at"));
        switch (Json.text(deed, "kind")) {
            case "recount" -> changes.count(location, variation, quantity, at);
            case "receive" ->
                    changes.move(location, variation, quantity, at, Changes.Kind.RECEIVED);
            default -> changes.move(location, variation, quantity, at, Changes.Kind.LOST);
        }
        changes.announce();
    }

    private ObjectNode bare(ObjectNode deed, String location) {
        ObjectNode order =
                Json.object().put("id", Json.text(deed, "order")).put("location_id", location);
        order.set("source", Json.object().put("name", "Square Point of Sale"));
        return order.put("created_at", Json.text(deed, "at"))
                .put("updated_at", act.now().toString())
                .put("version", 1);
    }

    private ObjectNode opened(ObjectNode deed) {
        ObjectNode order = bare(deed, Json.text(deed, "location")).put("state", "OPEN");
        order.set("line_items", deed.path("lines"));
        order.set("total_money", cost(order));
        return order;
    }

    private ObjectNode next(ObjectNode deed) {
        ObjectNode order = known(Json.text(deed, "order")).deepCopy();
        return order.put("version", order.path("version").asInt() + 1)
                .put("updated_at", act.now().toString());
    }

    private void pay(ObjectNode order, ObjectNode deed) {
        String at = Json.text(deed, "at");
        order.put("state", "COMPLETED").put("closed_at", at);
        ObjectNode tender =
                Json.object()
                        .put("id", act.newId("TENDER"))
                        .put("location_id", Json.text(order, "location_id"))
                        .put("transaction_id", Json.text(order, "id"))
                        .put("created_at", at)
                        .put("type", "CASH")
                        .put("payment_id", act.newId("PAY"));
        tender.set("amount_money", cost(order));
        order.set("tenders", Json.array().add(tender));
    }

    private void moveStock(ObjectNode order, JsonNode before, JsonNode after) {
        Map<String, BigDecimal> was = Lines.sums(before);
        Map<String, BigDecimal> is = Lines.sums(after);
        Set<String> variations = new HashSet<>(was.keySet());
        variations.addAll(is.keySet());
        var changes = new Changes(act);
        Instant at = Instant.parse(Json.text(order, "closed_at"));
        for (String variation : variations.stream().sorted().toList()) {
            BigDecimal more =
                    is.getOrDefault(variation, BigDecimal.ZERO)
                            .subtract(was.getOrDefault(variation, BigDecimal.ZERO));
            changes.sold(order, variation, more, at, null);
        }
        changes.announce();
    }

    private ObjectNode kept(ObjectNode order) {
        act.put(Table.ORDERS, Json.text(order, "id"), order);
        return order;
    }

    private ObjectNode known(String id) {
        ObjectNode order = act.tables().find(Table.ORDERS, id);
        if (order == null) {
            throw new IllegalArgumentException("no order " + id);
        }
        return order;
    }

    private ObjectNode cost(ObjectNode order) {
        return Lines.cost(act.tables(), Json.text(order, "location_id"), order.path("line_items"));
    }

    private void announce(String how, ObjectNode order) {
        ObjectNode hint =
                Json.object()
                        .put("order_id", Json.text(order, "id"))
                        .put("version", order.path("version").asInt())
                        .put("location_id", Json.text(order, "location_id"))
                        .put("state", Json.text(order, "state"))
                        .put("created_at", Json.text(order, "created_at"));
        if (how.equals("updated")) {
            hint.put("updated_at", Json.text(order, "updated_at"));
        }
        ObjectNode object = Json.object();
        object.set("order_" + how, hint);
        act.announce("order." + how, Json.text(order, "id"), object);
    }

    private void announcePayment(ObjectNode order) {
        ObjectNode payment = paid(order, Json.text(order.path("tenders").path(0), "payment_id"));
        payment.set("amount_money", cost(order));
        ObjectNode object = Json.object();
        object.set("payment", payment);
        act.announce("payment.updated", Json.text(payment, "id"), object);
    }

    private void announceRefund(ObjectNode order, ObjectNode source, String id, JsonNode lines) {
        String payment = source.path("tenders").path(0).path("payment_id").asString("none");
        ObjectNode refund = paid(order, id).put("payment_id", payment);
        refund.set(
                "amount_money", Lines.cost(act.tables(), Json.text(order, "location_id"), lines));
        ObjectNode object = Json.object();
        object.set("refund", refund);
        act.announce("refund.updated", id, object);
    }

    private static ObjectNode paid(ObjectNode order, String id) {
        return Json.object()
                .put("id", id)
                .put("status", "COMPLETED")
                .put("order_id", Json.text(order, "id"))
                .put("location_id", Json.text(order, "location_id"))
                .put("created_at", Json.text(order, "created_at"))
                .put("updated_at", Json.text(order, "updated_at"));
    }
}
