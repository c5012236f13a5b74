package onhand.plugins.square.standin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a walk. A cursor names the last row that was shown and is bound to its question: with
 * another question it is refused, as Square does.
 */
record Page(ArrayNode rows, @Nullable String cursor) {

    private static final String BETWEEN = "\n";

    /** A row and its place in the walk. */
    record Row(Instant at, String id, ObjectNode node) {}

    static Page of(
            List<Row> rows, boolean newestFirst, ObjectNode question, String call, int limit) {
        Comparator<Row> order = Comparator.comparing(Row::at).thenComparing(Row::id);
        Comparator<Row> walk = newestFirst ? order.reversed() : order;
        String print = print(question, call);
        String cursor = Json.textOrNull(question, "cursor");
        Row last = cursor == null ? null : read(cursor, print);
        List<Row> left =
                rows.stream()
                        .filter(row -> last == null || walk.compare(row, last) > 0)
                        .sorted(walk)
                        .limit(limit + 1L)
                        .toList();
        ArrayNode shown = Json.array();
        left.stream().limit(limit).forEach(row -> shown.add(row.node()));
        return new Page(shown, left.size() > limit ? written(left.get(limit - 1), print) : null);
    }

    /** The answer: Square leaves empty lists out. */
    ObjectNode answer(String field) {
        ObjectNode answer = Json.object();
        if (!rows.isEmpty()) {
            answer.set(field, rows);
        }
        if (cursor != null) {
            answer.put("cursor", cursor);
        }
        return answer;
    }

    static Refused badCursor() {
        return Refused.request(400, "INVALID_CURSOR", "cursor", "The cursor is not valid.");
    }

    private static String written(Row last, String print) {
        String text = String.join(BETWEEN, print, last.at().toString(), last.id());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Row read(String cursor, String print) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(BETWEEN, 3);
            if (parts.length == 3 && parts[0].equals(print)) {
                return new Row(Instant.parse(parts[1]), parts[2], Json.object());
            }
        } catch (RuntimeException e) {
            // not one of ours: refused below
        }
        throw badCursor();
    }

    private static String print(ObjectNode question, String call) {
        ObjectNode lasting = question.deepCopy();
        lasting.remove("cursor");
        lasting.remove("limit");
        var sum = new CRC32();
        sum.update((call + Json.canonical(lasting)).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
