package io.onhand.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in the sender's own names.
 *
 * @param externalId the sender's id of the document, 1–200 characters
 * @param revision the state of that document; 0 where it has no revisions
 * @param type {@code sale}, {@code return}, {@code receipt}, {@code adjustment}, {@code count} or
 *     {@code void}
 * @param location the sender's name of the place, 1–64 characters
 * @param occurredAt when it happened, RFC 3339 in UTC with {@code Z}
 * @param clockErrorMs by how much the sender's clock may be off, milliseconds
 * @param fulfils the reservation that its lines use up
 * @param reason a reason code; obligatory for an adjustment
 * @param note at most 2,000 characters
 * @param lines at most 1,000; none of a void
 */
public record PosEvent(
        String externalId,
        long revision,
        String type,
        String location,
        String occurredAt,
        long clockErrorMs,
        @Nullable String fulfils,
        @Nullable String reason,
        @Nullable String note,
        List<PosLine> lines) {

    public PosEvent {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param line the sender's id of it; null: its place, from {@code "1"}
     * @param sku the sender's name of the item, 1–64 characters
     * @param quantity a plain decimal such as {@code "0.25"}, its sign as the type wants it
     */
    public record PosLine(@Nullable String line, String sku, String quantity) {}
}
