package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a level shows what it shows, in words.
 *
 * @param sku the variant's SKU
 * @param item the variant's name
 * @param picture what is drawn beside it
 * @param location the location's code
 * @param place the location's name
 * @param onHand the number
 * @param version the level's version
 * @param since the sentence that begins the sum
 * @param terms what was counted last, and what came since, adding up to the number; empty when too
 *     much has come since to say it in one line
 * @param balance the parts of the number
 * @param tape the movements
 * @param proof what the recomputation says
 * @param equal whether it says that the number is right
 * @param ignored sentences on what was ignored on purpose
 * @param shown which movements are on this page, in words
 * @param earlier where the next page begins, or null on the last
 */
public record LevelExplanation(
        String sku,
        String item,
        Picture picture,
        String location,
        String place,
        Figure onHand,
        long version,
        String since,
        List<Term> terms,
        Balance balance,
        Tape tape,
        String proof,
        boolean equal,
        List<String> ignored,
        String shown,
        @Nullable String earlier) {

    /**
     * A part of the sum.
     *
     * @param sign {@code +} or the minus; empty for the first
     * @param size without its sign
     * @param label what it is
     */
    public record Term(String sign, String size, String label) {}

    /** On hand = available + committed + unavailable; the last two lie outside. */
    public record Balance(
            Figure available,
            Figure committed,
            Figure unavailable,
            Figure onHand,
            Figure incoming,
            Figure inTransit) {}
}
