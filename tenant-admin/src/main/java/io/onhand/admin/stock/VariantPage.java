package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.LevelLink;
import io.onhand.admin.ui.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant with its levels.
 *
 * @param all the parts of the sum over all locations in sight
 * @param lines a location each
 * @param pager leads to further locations
 * @param barcodes the codes that name it
 * @param chart what was on hand in the location that is looked at; null when none is in sight
 */
record VariantPage(
        String sku,
        String name,
        Picture picture,
        LevelExplanation.Balance all,
        List<Line> lines,
        Pager pager,
        List<Code> barcodes,
        @Nullable BalanceChart chart) {

    /**
     * A location.
     *
     * @param href of the page on which its chart is drawn
     */
    record Line(
            LevelLink link,
            String href,
            boolean looked,
            Figure available,
            Figure committed,
            Figure unavailable,
            Figure inTransit,
            Figure incoming) {}

    /**
     * A barcode.
     *
     * @param pack units in it
     */
    record Code(String code, String pack) {}
}
