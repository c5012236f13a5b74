package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A movement as the table has it, with its SKU and location code; its posting is read apart. */
record StoredMovement(
        MovementId id,
        String sku,
        String code,
        Account account,
        MovementType type,
        Quantity quantity,
        Quantity balanceAfter,
        Instant effectiveAt,
        Instant recordedAt,
        PostingId posting,
        String line,
        @Nullable Quantity counted,
        @Nullable Long correctsSeq,
        @Nullable Long becauseSeq,
        @Nullable String reason) {

    /** A sender's clock that is further ahead than this is worth a mark. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    /** These take effect at another movement's time, whenever their posting happened. */
    private static final Set<MovementType> TIME_OF_ANOTHER =
            EnumSet.of(MovementType.COUNT_CORRECTION, MovementType.REVERSAL, MovementType.RELEASE);

    static StoredMovement read(ResultSet row, int number) throws SQLException {
        return new StoredMovement(
                new MovementId(
                        new LocationId(row.getObject("location_id", UUID.class)),
                        new VariantId(row.getObject("variant_id", UUID.class)),
                        row.getLong("level_seq")),
                row.getString("sku"),
                row.getString("code"),
                Account.ofCode(row.getInt("account")),
                MovementType.ofWord(row.getString("type")),
                new Quantity(row.getLong("quantity")),
                new Quantity(row.getLong("balance_after")),
                row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new PostingId(row.getObject("posting_id", UUID.class)),
                row.getString("line"),
                counted(row),
                row.getObject("corrects_seq", Long.class),
                row.getObject("because_seq", Long.class),
                row.getString("reason"));
    }

    private static @Nullable Quantity counted(ResultSet row) throws SQLException {
        Long counted = row.getObject("counted", Long.class);
        return counted == null ? null : new Quantity(counted);
    }

    Movement of(PostingHead head) {
        return new Movement(
                id,
                sku,
                code,
                account,
                type,
                quantity,
                balanceAfter,
                effectiveAt,
                recordedAt,
                line,
                counted,
                sameLevel(correctsSeq),
                sameLevel(becauseSeq),
                reason,
                clockAdjusted(head),
                head);
    }

    private @Nullable MovementId sameLevel(@Nullable Long seq) {
        return seq == null ? null : new MovementId(id.location(), id.variant(), seq);
    }

    private boolean clockAdjusted(PostingHead head) {
        return !TIME_OF_ANOTHER.contains(type)
                && head.occurredAt().isAfter(effectiveAt.plus(AHEAD_MAX));
    }
}
