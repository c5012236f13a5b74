package io.onhand.admin.stock;

import io.onhand.catalog.VariantDetails;
import java.util.Locale;
import java.util.Map;

/**
 * The drawn picture of a variant, until there are photographs: chosen by what its name says it is.
 *
 * @param glyph a symbol of {@code icons/glyphs.svg}
 * @param tint one of the six tints of the style sheet
 */
public record Picture(String glyph, String tint) {

    private static final int TINTS = 6;

    /** The word in a name, and what it looks like; the first that fits counts. */
    private static final Map<String, String> GLYPHS =
            Map.ofEntries(
                    Map.entry("teapot", "pot"),
                    Map.entry("kettle", "pot"),
                    Map.entry("kyusu", "pot"),
                    Map.entry("tin", "tin"),
                    Map.entry("caddy", "tin"),
                    Map.entry("bags", "box"),
                    Map.entry("pouch", "pouch"),
                    Map.entry("bag", "pouch"),
                    Map.entry("jar", "jar"),
                    Map.entry("bottle", "jar"),
                    Map.entry("flask", "jar"),
                    Map.entry("cup", "cup"),
                    Map.entry("mug", "cup"),
                    Map.entry("bowl", "cup"),
                    Map.entry("glass", "cup"),
                    Map.entry("gaiwan", "cup"),
                    Map.entry("whisk", "whisk"),
                    Map.entry("scoop", "whisk"),
                    Map.entry("spoon", "whisk"),
                    Map.entry("towel", "cloth"),
                    Map.entry("cosy", "cloth"),
                    Map.entry("tray", "cloth"),
                    Map.entry("calendar", "gift"),
                    Map.entry("hamper", "gift"),
                    Map.entry("discovery", "gift"),
                    Map.entry("set", "gift"));

    /** The picture of a variant. All variants of a product have the same tint. */
    static Picture of(VariantDetails variant) {
        String product = variant.productName();
        String glyph = "box";
        for (String word :
                (variant.name().orElse("") + " " + product)
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z]+")) {
            String drawn = GLYPHS.get(word);
            if (drawn != null) {
                glyph = drawn;
                break;
            }
        }
        return new Picture(glyph, "t" + (1 + Math.floorMod(product.hashCode(), TINTS)));
    }
}
