package io.onhand.web.demo;

import io.onhand.measure.Quantity;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onhand.plugins.standin.TillSale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tills of the demo, which anybody may use. */
@RestController
@OnDemo
class TillController {

    private static final int LINES_MAX = 100;
    private static final int DELAY_SECONDS_MAX = 3_600;

    private final DemoTills tills;

    TillController(DemoTills tills) {
        this.tills = tills;
    }

    /**
     * A sale.
     *
     * @param repeats how often the till tells it; once if absent
     * @param delaySeconds how late the till tells it; at once if absent
     * @param occurredAt when it was paid; now if absent
     */
    record Sale(
            @Code String location,
            List<SaleLine> lines,
            @Nullable Long repeats,
            @Nullable Long delaySeconds,
            @Nullable Instant occurredAt)
            implements Checked {

        @Override
        public void check(Faults faults) {
            if (lines.isEmpty() || lines.size() > LINES_MAX) {
                faults.at("lines").add("too-many-lines", "1 to " + LINES_MAX + " lines.");
            }
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isPossible()) {
                    faults.at("lines")
                            .at(i)
                            .at("quantity")
                            .add("bad-quantity", "More than zero, with at most 5 decimals.");
                }
            }
            if (repeats != null && (repeats < 1 || repeats > TillSale.REPEATS_MAX)) {
                faults.at("repeats").add("bad-number", "1 to " + TillSale.REPEATS_MAX + ".");
            }
            if (delaySeconds != null && (delaySeconds < 0 || delaySeconds > DELAY_SECONDS_MAX)) {
                faults.at("delaySeconds").add("bad-number", "0 to " + DELAY_SECONDS_MAX + ".");
            }
        }

        TillSale sale() {
            return new TillSale(
                    location,
                    lines.stream()
                            .map(line -> new TillSale.Line(line.sku(), line.quantity().toString()))
                            .toList(),
                    repeats == null ? 1 : repeats.intValue(),
                    Duration.ofSeconds(delaySeconds == null ? 0 : delaySeconds),
                    occurredAt);
        }
    }

    /** So many of one article. */
    record SaleLine(@Code String sku, Quantity quantity) {

        private static final int DECIMALS_MAX = 5;

        boolean isPossible() {
            String text = quantity.toString();
            int point = text.indexOf('.');
            return quantity.signum() > 0
                    && (point < 0 || text.length() - point - 1 <= DECIMALS_MAX);
        }
    }

    /** The order at the vendor. */
    record Sold(String orderId) {}

    /** Sells at a till of the demo: it completes an order and tells Onhand by its webhooks. */
    @PostMapping(TillDoors.SALES)
    @ResponseStatus(HttpStatus.CREATED)
    Sold sell(@RequestBody Sale sale) {
        return new Sold(tills.sell(sale.sale()));
    }

    /** Takes all of an order back. */
    @PostMapping(TillDoors.REFUNDS)
    @ResponseStatus(HttpStatus.CREATED)
    Sold refund(@RequestBody Sold order) {
        return new Sold(tills.refund(order.orderId()));
    }

    /** What was counted at a till. */
    record Count(@Code String location, @Code String sku, Quantity quantity) implements Checked {

        @Override
        public void check(Faults faults) {
            if (quantity.signum() < 0) {
                faults.at("quantity").add("bad-quantity", "Zero or more.");
            }
        }
    }

    /** Counts an article at a till. */
    @PostMapping(TillDoors.COUNTS)
    @ResponseStatus(HttpStatus.CREATED)
    Count count(@RequestBody Count count) {
        tills.recount(count.location(), count.sku(), count.quantity().toString());
        return count;
    }

    /** What is to change; what is absent stays. */
    record Change(@Nullable Boolean networkDown, @Nullable Boolean outOfOrder) {}

    /** Changes how messages travel, or only tells how it stands. */
    @PostMapping(TillDoors.STATE)
    TillState state(@RequestBody Change change) {
        return change.networkDown() == null && change.outOfOrder() == null
                ? tills.state()
                : tills.change(change.networkDown(), change.outOfOrder());
    }
}
