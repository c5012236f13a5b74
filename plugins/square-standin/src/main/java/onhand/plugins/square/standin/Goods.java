package onhand.plugins.square.standin;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One article: an item of one variation, whose id is {@code VAR-} and the SKU.
 *
 * @param upc the barcode, if it has one
 * @param tracked whether Square counts it
 * @param cents its price in the smallest coin
 */
public record Goods(String sku, String name, @Nullable String upc, boolean tracked, long cents) {

    /** The id of the variation with this SKU. */
    public static String variation(String sku) {
        return "VAR-" + sku;
    }

    private String item() {
        return "ITEM-" + sku;
    }

    ObjectNode variationObject(String at, long version, String currency) {
        ObjectNode data =
                Json.object()
                        .put("item_id", item())
                        .put("name", "Regular")
                        .put("sku", sku)
                        .put("track_inventory", tracked)
                        .put("sellable", true)
                        .put("stockable", true);
        if (upc != null) {
            data.put("upc", upc);
        }
        data.set("price_money", Json.object().put("amount", cents).put("currency", currency));
        ObjectNode object = object("ITEM_VARIATION", variation(sku), at, version);
        object.set("item_variation_data", data);
        return object;
    }

    ObjectNode itemObject(String at, long version, ObjectNode variation) {
        ObjectNode data = Json.object().put("name", name);
        data.set("variations", Json.array().add(variation));
        ObjectNode object = object("ITEM", item(), at, version);
        object.set("item_data", data);
        return object;
    }

    private static ObjectNode object(String type, String id, String at, long version) {
        return Json.object()
                .put("type", type)
                .put("id", id)
                .put("updated_at", at)
                .put("version", version)
                .put("is_deleted", false)
                .put("present_at_all_locations", true);
    }
}
