package onhand.plugins.square;

import io.onhand.plugin.CatalogueItem;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of the catalogue. What is sold and counted is the variation; it has its item's name,
 * and its own where there is more than one.
 */
final class CatalogueObject {

    private static final int ID_MAX = 64;
    private static final int NAME_SHOWN_MAX = 200;
    private static final int CODE_MAX = 64;

    /** The name that Square gives to an item's only variation. */
    private static final String ONLY = "Regular";

    private CatalogueObject() {}

    /** The variations that it holds or is; those of ids that no message could name are left out. */
    static Stream<CatalogueItem> items(JsonNode object) {
        return switch (Json.text(object, "type")) {
            case "ITEM" -> {
                String name = Json.text(object.path("item_data"), "name");
                boolean deleted = isDeleted(object);
                yield object.path("item_data")
                        .path("variations")
                        .valueStream()
                        .flatMap(variation -> item(variation, name, deleted).stream());
            }
            case "ITEM_VARIATION" -> item(object, "", false).stream();
            default -> Stream.empty();
        };
    }

    private static Optional<CatalogueItem> item(JsonNode object, String itemName, boolean deleted) {
        JsonNode variation = object.path("item_variation_data");
        try {
            String id = Json.id(object, "id", ID_MAX);
            String name = Json.shown(name(itemName, Json.text(variation, "name")), NAME_SHOWN_MAX);
            return Optional.of(
                    new CatalogueItem(
                            id,
                            name.isEmpty() ? id : name,
                            code(variation, "sku"),
                            code(variation, "upc"),
                            deleted || isDeleted(object)));
        } catch (Misfit misfit) {
            return Optional.empty();
        }
    }

    private static boolean isDeleted(JsonNode object) {
        return object.path("is_deleted").asBoolean(false);
    }

    private static String name(String item, String variation) {
        if (item.isEmpty()) {
            return variation;
        }
        return variation.isEmpty() || variation.equals(ONLY) ? item : item + ", " + variation;
    }

    private static @Nullable String code(JsonNode variation, String field) {
        try {
            return Json.id(variation, field, CODE_MAX);
        } catch (Misfit misfit) {
            return null;
        }
    }
}
