package io.onhand.channels;

import io.onhand.measure.PlainText;
import io.onhand.measure.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connection told, as it was understood and in the sender's own names.
 *
 * @param externalId the sender's id of the document, 1–200 characters
 * @param revision the state of that document, 0 where it has no revisions
 * @param location the sender's name of the place, 1–64 characters
 * @param occurredAt when it happened, to the microsecond
 * @param clockErrorMs by how much the sender's clock may be off, milliseconds
 * @param fulfils the reservation that its lines use up, whether there is such a one or not
 * @param reason a reason code; every adjustment has one
 * @param lines none of a void, at least one of anything else
 */
public record SourceEvent(
        String externalId,
        long revision,
        EventType type,
        String location,
        Instant occurredAt,
        long clockErrorMs,
        @Nullable String fulfils,
        @Nullable String reason,
        @Nullable String note,
        List<Line> lines) {

    public static final int EXTERNAL_ID_LENGTH_MAX = 200;

    /**
     * One line.
     *
     * @param line the sender's id of the line, unique in its event, 1–64 characters
     * @param sku the sender's name of the item, 1–64 characters
     * @param quantity its sign as the event's type wants it
     */
    public record Line(String line, String sku, Quantity quantity) {

        public Line {
            PlainText.code(line);
            PlainText.code(sku);
        }
    }

    public SourceEvent {
        PlainText.check(externalId, EXTERNAL_ID_LENGTH_MAX);
        PlainText.code(location);
        lines = List.copyOf(lines);
        if (lines.isEmpty() != (type == EventType.VOID)) {
            throw new IllegalArgumentException("lines belong to every event but a void");
        }
        if (type == EventType.ADJUSTMENT && reason == null) {
            throw new IllegalArgumentException("an adjustment without a reason");
        }
    }
}
