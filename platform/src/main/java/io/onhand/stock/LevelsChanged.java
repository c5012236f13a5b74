package io.onhand.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 envelope in the outbox: what one batch did to the levels of one location. Its
 * topic and type are {@link #TYPE}; its subject is the location's id.
 *
 * @param id the event's id, the same as in the outbox
 * @param time when the batch was posted, by the business clock; RFC 3339
 */
public record LevelsChanged(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        Data data) {

    public static final String TYPE = "stock.level.changed";

    /**
     * @param tenant whose stock
     * @param location where
     * @param levels each level with new movements
     */
    public record Data(String tenant, String location, List<Level> levels) {}

    /**
     * A level after the batch; quantities are decimals.
     *
     * @param fromVersion the first of the batch's movements of it
     * @param version the last
     * @param crossed {@code below-zero} when on hand fell below zero, {@code above-zero} when it
     *     came back; else null
     * @param promises {@code oversold} when more came to be promised than is there, {@code covered}
     *     when that ended; else null
     * @param counts {@code now} when the batch counted it, {@code before} when it was counted
     *     earlier; null if it never was
     * @param clockErrorMs by how much a clock of the batch may be off at most, milliseconds; null
     *     if they are right
     */
    public record Level(
            String variant,
            String onHand,
            String available,
            String committed,
            String unavailable,
            String incoming,
            String inTransit,
            long fromVersion,
            long version,
            @Nullable String crossed,
            @Nullable String promises,
            @Nullable String counts,
            @Nullable Long clockErrorMs) {}
}
