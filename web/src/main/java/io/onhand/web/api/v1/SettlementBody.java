package io.onhand.web.api.v1;

import io.onhand.exceptions.SettlingAction;
import io.onhand.measure.PlainText;
import io.onhand.measure.Quantity;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How an exception is to be settled.
 *
 * @param sku which item a name means; with {@code map-variant} only
 * @param location which place a name means; with {@code map-location} only
 * @param quantity what a person counted, zero or more; with {@code count-it} only
 * @param reason why; at most 2,000 characters
 */
record SettlementBody(
        SettlingAction action,
        @Nullable @Code String sku,
        @Nullable @Code String location,
        @Nullable Quantity quantity,
        @Nullable @Size(max = PlainText.NOTE_LENGTH_MAX) String reason)
        implements Checked {

    @Override
    public void check(Faults faults) {
        if (action == SettlingAction.MAP_VARIANT && sku == null) {
            faults.at("sku").add("missing", "Which item does the name mean?");
        }
        if (action == SettlingAction.MAP_LOCATION && location == null) {
            faults.at("location").add("missing", "Which place does the name mean?");
        }
        if (action == SettlingAction.COUNT_IT && quantity == null) {
            faults.at("quantity").add("missing", "How many are there?");
        }
        if (quantity != null && quantity.signum() < 0) {
            faults.at("quantity").add("bad-quantity", "Nobody counts less than nothing.");
        }
    }
}
