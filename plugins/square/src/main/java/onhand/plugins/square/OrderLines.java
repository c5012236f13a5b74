package onhand.plugins.square;

import io.onhand.plugin.PosEvent.PosLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The lines of an order that move stock, and what is to be said of the others. */
final class OrderLines {

    private static final int LINES_MAX = 1_000;
    private static final int LINE_ID_MAX = 64;
    private static final int ITEM_ID_MAX = 64;
    private static final int NAME_SHOWN_MAX = 60;
    private static final int NAMES_SHOWN_MAX = 5;

    private final List<PosLine> moving = new ArrayList<>();
    private final List<String> withoutArticle = new ArrayList<>();
    private final List<String> ofNothing = new ArrayList<>();

    /**
     * @param back whether these quantities lower stock no more but raise it
     * @throws Misfit if a line cannot be read
     */
    void add(JsonNode lines, boolean back) {
        for (JsonNode line : lines) {
            BigDecimal quantity = Amount.of(line, "quantity");
            if (quantity.signum() < 0) {
                throw new Misfit("A line's quantity is below zero.");
            }
            if (Json.text(line, "catalog_object_id").isEmpty()) {
                withoutArticle.add(name(line));
            } else if (quantity.signum() == 0) {
                ofNothing.add(name(line));
            } else {
                add(line, back ? quantity.negate() : quantity);
            }
        }
    }

    private void add(JsonNode line, BigDecimal quantity) {
        if (moving.size() == LINES_MAX) {
            throw new Misfit("The order has more than " + LINES_MAX + " lines.");
        }
        moving.add(
                new PosLine(
                        Json.id(line, "uid", LINE_ID_MAX),
                        Json.id(line, "catalog_object_id", ITEM_ID_MAX),
                        Amount.plain(quantity)));
    }

    List<PosLine> moving() {
        return moving;
    }

    /** Which lines move no stock and why; null if all do. */
    @Nullable String remark() {
        List<String> sentences = new ArrayList<>();
        if (!withoutArticle.isEmpty()) {
            sentences.add("Without an article: " + names(withoutArticle) + ".");
        }
        if (!ofNothing.isEmpty()) {
            sentences.add("Of quantity 0: " + names(ofNothing) + ".");
        }
        if (moving.isEmpty()) {
            sentences.add("No line moves stock.");
        }
        return sentences.isEmpty() ? null : String.join(" ", sentences);
    }

    private static String name(JsonNode line) {
        String name = Json.shown(Json.text(line, "name"), NAME_SHOWN_MAX);
        return name.isEmpty() ? "a line without a name" : name;
    }

    private static String names(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN_MAX, names.size())));
        int more = names.size() - NAMES_SHOWN_MAX;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
