package io.onhand.web.api.v1;

import io.onhand.measure.Quantity;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import java.util.List;

/**
 * So much of one variant.
 *
 * @param quantity more than zero
 */
record ReservationLine(@Code String sku, Quantity quantity) {

    static List<String> skus(List<ReservationLine> lines) {
        return lines.stream().map(ReservationLine::sku).toList();
    }

    /** Notes each quantity that is not more than zero. */
    static void check(List<ReservationLine> lines, Faults faults) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).quantity().signum() <= 0) {
                faults.at("lines").at(i).at("quantity").add("bad-quantity", "More than zero.");
            }
        }
    }
}
