package onhand.plugins.square;

import io.onhand.plugin.PushAnswer.Refusal;
import io.onhand.plugin.StockChange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of Onhand's in Square's form: what was counted is a physical count, all else an
 * adjustment, so that a sale at the till meanwhile is not lost. Square takes a change that is at
 * most 24 hours old and not of the future; an older adjustment happens, for Square, when it is
 * told. An older count is not told: it would undo what the till has sold since.
 *
 * @param late whether it is too old for Square
 */
record ChangeToMake(StockChange change, BigDecimal quantity, Instant occurredAt, boolean late) {

    private static final Duration AGE_MAX = Duration.ofHours(24);

    /** How long the attempts to tell it may take before it is too old. */
    private static final Duration ROOM = Duration.ofMinutes(10);

    static ChangeToMake of(StockChange change, Instant firstTriedAt) {
        Instant happened = Instant.parse(change.occurredAt());
        boolean late = happened.isBefore(firstTriedAt.minus(AGE_MAX).plus(ROOM));
        boolean told = late || happened.isAfter(firstTriedAt);
        return new ChangeToMake(
                change,
                new BigDecimal(change.quantity()),
                // Square's clock has milliseconds, and a part of one may lie in its future
                (told ? firstTriedAt : happened).truncatedTo(ChronoUnit.MILLIS),
                late);
    }

    /** Why Square cannot take it, if that is known without asking. */
    Optional<Refusal> refusal() {
        if (Math.max(0, quantity.stripTrailingZeros().scale()) > Amount.DECIMALS_MAX) {
            return Optional.of(badQuantity("Square keeps at most 5 decimals."));
        }
        if (Amount.plain(quantity.abs()).length() > Amount.CHARACTERS_MAX) {
            return Optional.of(badQuantity("Square keeps at most 26 digits."));
        }
        if (isCount() && quantity.signum() < 0) {
            return Optional.of(badQuantity("Square counts nothing below zero."));
        }
        return isCount() && late
                ? Optional.of(refusal("bad-time", "Square takes no count older than 24 hours."))
                : Optional.empty();
    }

    /** Whether it moves nothing at all. */
    boolean isNothing() {
        return !isCount() && quantity.signum() == 0;
    }

    /** Whether a count that is told found it there: told of a later time, it would move again. */
    boolean isPartOf(ChangeToMake count) {
        return late
                && count.isCount()
                && count.change.item().equals(change.item())
                && count.change.location().equals(change.location());
    }

    ObjectNode written() {
        ObjectNode detail = Json.object();
        detail.put("reference_id", TillChange.OWN + change.key())
                .put("catalog_object_id", change.item())
                .put("location_id", change.location())
                .put("quantity", Amount.plain(quantity.abs()))
                .put("occurred_at", occurredAt.toString());
        ObjectNode written = Json.object();
        if (isCount()) {
            detail.put("state", "IN_STOCK");
            written.put("type", "PHYSICAL_COUNT").set("physical_count", detail);
        } else {
            detail.put("from_state", from()).put("to_state", to());
            written.put("type", "ADJUSTMENT").set("adjustment", detail);
        }
        return written;
    }

    private boolean isCount() {
        return change.type().equals("count");
    }

    private String from() {
        if (quantity.signum() < 0) {
            return "IN_STOCK";
        }
        return change.type().equals("return") ? "UNLINKED_RETURN" : "NONE";
    }

    private String to() {
        if (quantity.signum() > 0) {
            return "IN_STOCK";
        }
        return change.type().equals("sale") ? "SOLD" : "WASTE";
    }

    private Refusal badQuantity(String message) {
        return refusal("bad-quantity", message);
    }

    private Refusal refusal(String code, String message) {
        return new Refusal(change.key(), code, message);
    }
}
