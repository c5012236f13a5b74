package onhand.plugins.square.standin;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a merchant sets up: locations, articles, and what was on the shelves at the beginning. */
public final class BackOffice {

    private final World world;

    BackOffice(World world) {
        this.world = world;
    }

    /** Whether nothing was ever set up in this directory. */
    public boolean isEmpty() {
        return world.read(tables -> tables.all(Table.LOCATIONS).isEmpty());
    }

    /**
     * Makes or changes a location.
     *
     * @param timeZone as the IANA names it
     * @param currency three letters
     */
    public void location(String id, String name, String timeZone, String currency) {
        world.act(
                act -> {
                    ObjectNode row =
                            Json.object()
                                    .put("id", id)
                                    .put("name", name)
                                    .put("status", "ACTIVE")
                                    .put("timezone", timeZone)
                                    .put("currency", currency)
                                    .put("merchant_id", act.settings().merchant())
                                    .put("created_at", act.now().toString());
                    act.put(Table.LOCATIONS, id, row);
                    return row;
                });
    }

    /** Makes or changes articles; subscribers are told once that the catalogue is another. */
    public void goods(List<Goods> all) {
        world.act(
                act -> {
                    String at = act.now().toString();
                    long version = act.now().toEpochMilli();
                    for (Goods each : all) {
                        ObjectNode variation = each.variationObject(at, version, currency(act));
                        ObjectNode item = each.itemObject(at, version, variation);
                        act.put(Table.OBJECTS, Json.text(item, "id"), item);
                        act.put(Table.OBJECTS, Json.text(variation, "id"), variation);
                    }
                    announceCatalogue(act);
                    return all;
                });
    }

    /**
     * Deletes the article of a variation. Its counts are no longer told; old orders keep naming it.
     *
     * @throws IllegalArgumentException when there is no such variation
     */
    public void delete(String variation) {
        world.act(
                act -> {
                    ObjectNode object = act.tables().find(Table.OBJECTS, variation);
                    if (object == null || !object.has("item_variation_data")) {
                        throw new IllegalArgumentException("no variation " + variation);
                    }
                    String item = Json.text(object.path("item_variation_data"), "item_id");
                    deleted(act, variation);
                    deleted(act, item);
                    announceCatalogue(act);
                    return variation;
                });
    }

    /** Counts what is on the shelves of a location, by variation; nobody is told. */
    public void shelves(String location, Map<String, String> quantities) {
        world.act(
                act -> {
                    quantities.forEach(
                            (variation, quantity) ->
                                    new Changes(act)
                                            .count(location, variation, quantity, act.now()));
                    return quantities;
                });
    }

    /**
     * Counts what is on the shelves of a location as the application of the settings would do it,
     * so that it knows them for its own; nobody is told.
     */
    public void ownShelves(String location, Map<String, String> quantities) {
        world.act(
                act -> {
                    quantities.forEach(
                            (variation, quantity) ->
                                    new Changes(act)
                                            .asked(
                                                    "PHYSICAL_COUNT",
                                                    "physical_count",
                                                    Json.object()
                                                            .put("catalog_object_id", variation)
                                                            .put("state", "IN_STOCK")
                                                            .put("location_id", location)
                                                            .put("quantity", quantity)
                                                            .put(
                                                                    "occurred_at",
                                                                    act.now().toString())));
                    return quantities;
                });
    }

    /** What Square takes to be in stock of a variation, as a plain decimal. */
    public String count(String location, String variation) {
        return world.read(
                tables ->
                        Json.text(
                                tables.stock()
                                        .count(new Stock.Place(variation, location, "IN_STOCK")),
                                "quantity"));
    }

    private static void deleted(Act act, String id) {
        ObjectNode object = act.tables().find(Table.OBJECTS, id);
        if (object != null) {
            act.put(
                    Table.OBJECTS,
                    id,
                    object.deepCopy()
                            .put("is_deleted", true)
                            .put("updated_at", act.now().toString())
                            .put("version", act.now().toEpochMilli()));
        }
    }

    private static String currency(Act act) {
        return act.tables().all(Table.LOCATIONS).stream()
                .map(location -> Json.text(location, "currency"))
                .findFirst()
                .orElse("USD");
    }

    private static void announceCatalogue(Act act) {
        ObjectNode object = Json.object();
        object.set("catalog_version", Json.object().put("updated_at", act.now().toString()));
        act.announce("catalog.version.updated", act.newId("CV"), object);
    }
}
