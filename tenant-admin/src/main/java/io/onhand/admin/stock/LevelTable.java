package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.LevelLink;
import java.util.List;

/**
 * A page of the table of levels: variants down, locations across.
 *
 * @param question what was searched for, may be empty
 * @param places the locations across
 * @param more whether there are further locations
 * @param rows the variants, by SKU
 * @param first whether it begins with the first variant
 * @param next the SKU after which the next page begins, empty on the last
 */
public record LevelTable(
        String question,
        List<Place> places,
        boolean more,
        List<Row> rows,
        boolean first,
        String next) {

    /**
     * A location across.
     *
     * @param code its code
     * @param name what people call it
     */
    public record Place(String code, String name) {}

    /**
     * A variant with its numbers.
     *
     * @param name what people call it
     * @param href where the variant is shown, or empty for nowhere
     * @param picture what is drawn before it
     * @param levels one a location, in their order
     * @param all the sum over these and all further locations
     */
    public record Row(
            String sku,
            String name,
            String href,
            Picture picture,
            List<LevelLink> levels,
            Figure all) {}
}
