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
 * most 24 hours old and not of the future; an older one happens, for Square, when it is told.
 */
record ChangeToMake(StockChange change, BigDecimal quantity, Instant occurredAt) {

    private static final Duration AGE_MAX = Duration.ofHours(24);

    /** How long the attempts to tell it may take before it is too old. */
    private static final Duration ROOM = Duration.ofMinutes(10);

    static ChangeToMake of(StockChange change, Instant firstTriedAt) {
        Instant happened = Instant.parse(change.occurredAt());
        boolean told =
                happened.isAfter(firstTriedAt)
                        || happened.isBefore(firstTriedAt.minus(AGE_MAX).plus(ROOM));
        return new ChangeToMake(
                change,
                new BigDecimal(change.quantity()),
                // Square's clock has milliseconds, and a part of one may lie in its future
                (told ? firstTriedAt : happened).truncatedTo(ChronoUnit.MILLIS));
    }

    /** Why Square cannot take it, if that is known without asking. */
    Optional<Refusal> refusal() {
        if (Math.max(0, quantity.stripTrailingZeros().scale()) > Amount.DECIMALS_MAX) {
            return Optional.of(badQuantity("Square keeps at most 5 decimals."));
        }
        if (Amount.plain(quantity.abs()).length() > Amount.CHARACTERS_MAX) {
            return Optional.of(badQuantity("Square keeps at most 26 digits."));
        }
        return isCount() && quantity.signum() < 0
                ? Optional.of(badQuantity("Square counts nothing below zero."))
                : Optional.empty();
    }

    /** Whether it moves nothing at all. */
    boolean isNothing() {
        return !isCount() && quantity.signum() == 0;
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
        return new Refusal(change.key(), "bad-quantity", message);
    }
}
