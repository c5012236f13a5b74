package onhand.plugins.generic;

import io.onhand.plugin.PosEvent;
import io.onhand.plugin.PosEvent.PosLine;
import io.onhand.plugin.ReadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One event of the list; what does not fit its form is told, field by field. */
final class EventNode {

    private static final Set<String> FIELDS =
            Set.of(
                    "externalId",
                    "revision",
                    "type",
                    "location",
                    "occurredAt",
                    "clockErrorMs",
                    "fulfils",
                    "reason",
                    "note",
                    "lines");
    private static final Set<String> LINE_FIELDS = Set.of("line", "sku", "quantity");

    /** Characters of a field's name that are repeated in an answer. */
    private static final int NAME_SHOWN_MAX = 64;

    private EventNode() {}

    /** Something is not as it must be. */
    private static final class Misfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misfit(String detail) {
            super(detail, null, false, false);
        }
    }

    static ReadItem read(JsonNode node) {
        try {
            return new ReadItem.Told(event(node), null);
        } catch (Misfit misfit) {
            JsonNode id = node.path("externalId");
            return new ReadItem.Unreadable(
                    id.isString() ? id.stringValue() : null, String.valueOf(misfit.getMessage()));
        }
    }

    private static PosEvent event(JsonNode node) {
        refuseUnknown(node, FIELDS, "An event");
        return new PosEvent(
                text(node, "externalId"),
                whole(node, "revision"),
                text(node, "type"),
                text(node, "location"),
                text(node, "occurredAt"),
                whole(node, "clockErrorMs"),
                textOrNull(node, "fulfils"),
                textOrNull(node, "reason"),
                textOrNull(node, "note"),
                lines(node.path("lines")));
    }

    private static List<PosLine> lines(JsonNode lines) {
        if (lines.isMissingNode() || lines.isNull()) {
            return List.of();
        }
        if (!lines.isArray()) {
            throw new Misfit("lines is no list.");
        }
        List<PosLine> all = new ArrayList<>(lines.size());
        for (JsonNode line : lines) {
            refuseUnknown(line, LINE_FIELDS, "A line");
            all.add(
                    new PosLine(
                            textOrNull(line, "line"), text(line, "sku"), text(line, "quantity")));
        }
        return all;
    }

    private static void refuseUnknown(JsonNode node, Set<String> known, String what) {
        if (!node.isObject()) {
            throw new Misfit(what + " is no object.");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new Misfit(what + " has no field " + shown(name) + ".");
            }
        }
    }

    private static String shown(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return letters.length() > NAME_SHOWN_MAX ? letters.substring(0, NAME_SHOWN_MAX) : letters;
    }

    private static String text(JsonNode node, String field) {
        String text = textOrNull(node, field);
        if (text == null) {
            throw new Misfit(field + " is missing.");
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Misfit(field + " is no text.");
        }
        return value.stringValue();
    }

    private static long whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Misfit(field + " is no whole number.");
        }
        return value.longValue();
    }
}
