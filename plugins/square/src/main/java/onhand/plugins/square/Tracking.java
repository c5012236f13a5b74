package onhand.plugins.square;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeSet;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which variations Square counts, small enough for a cursor. A count of one that it does not count
 * is of some earlier day and says nothing. A variation may be counted at some locations only
 * ({@code location_overrides}).
 */
final class Tracking {

    /** Marks that fit into a cursor. */
    private static final int MARKS_MAX = 700;

    private static final int MARK_BYTES = 3;
    private static final int MARK_BITS = 0xFFFFFF;
    private static final String MARKS = "untracked";
    private static final String TOO_MANY = "tooMany";
    private static final String TRACKED = "track_inventory";

    /** Instead of a location: whether it is counted is not said. In no id of Square's. */
    private static final String UNSAID = "?";

    /**
     * A variation that is not counted, or a variation and a location of which the contrary holds.
     */
    private final TreeSet<Integer> marks = new TreeSet<>();

    private boolean tooMany;

    static Tracking read(JsonNode cursor) {
        var tracking = new Tracking();
        tracking.tooMany = cursor.path(TOO_MANY).asBoolean(false);
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(Json.text(cursor, MARKS));
        } catch (IllegalArgumentException e) {
            throw new Misfit("the marks are no marks.");
        }
        for (int at = 0; at + MARK_BYTES <= bytes.length; at += MARK_BYTES) {
            byte[] mark = {0, bytes[at], bytes[at + 1], bytes[at + 2]};
            tracking.marks.add(ByteBuffer.wrap(mark).getInt());
        }
        return tracking;
    }

    void write(ObjectNode cursor) {
        ByteBuffer bytes = ByteBuffer.allocate(marks.size() * MARK_BYTES);
        for (int mark : marks) {
            bytes.put((byte) (mark >> 16)).put((byte) (mark >> 8)).put((byte) mark);
        }
        cursor.put(MARKS, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
        cursor.put(TOO_MANY, tooMany);
    }

    /** Remembers of a variation of the catalogue whether it is counted. */
    void add(JsonNode object) {
        JsonNode variation = object.path("item_variation_data");
        String id = Json.text(object, "id");
        boolean general = isTracked(variation, true);
        if (!general) {
            add(id);
        } else if (!variation.hasNonNull(TRACKED)) {
            add(name(id, UNSAID));
        }
        for (JsonNode override : variation.path("location_overrides")) {
            if (isTracked(override, general) != general) {
                add(name(id, Json.text(override, "location_id")));
            }
        }
    }

    /**
     * Whether a count says something. One of nothing does not where the catalogue does not say
     * whether the variation is counted, or where there are too many to remember.
     */
    boolean counts(StockCount count) {
        if (tooMany && count.quantity().equals("0")) {
            return false;
        }
        String id = count.shelf().item();
        if (count.quantity().equals("0") && marks.contains(mark(name(id, UNSAID)))) {
            return false;
        }
        boolean untracked = marks.contains(mark(id));
        boolean contrary = marks.contains(mark(name(id, count.shelf().location())));
        return untracked == contrary;
    }

    private void add(String name) {
        if (marks.size() < MARKS_MAX) {
            marks.add(mark(name));
        } else {
            tooMany = true;
        }
    }

    private static boolean isTracked(JsonNode node, boolean otherwise) {
        return node.path(TRACKED).asBoolean(otherwise);
    }

    private static String name(String variation, String location) {
        return variation + "|" + location;
    }

    private static int mark(String name) {
        var sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue() & MARK_BITS;
    }
}
