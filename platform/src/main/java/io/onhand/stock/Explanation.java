package io.onhand.stock;

import io.onhand.measure.Quantity;
import java.util.List;
import java.util.Map;

/**
 * Why a level shows what it shows. All parts were read at the same moment.
 *
 * @param level what is shown
 * @param recomputed the sum of all movements of each account, as plain numbers
 * @param counted how many movements were summed
 * @param equal whether every shown number is its sum and no movement is missing
 * @param movements the newest, of all accounts
 * @param repeats what came again and changed nothing, newest first, at most {@link
 *     ExplanationQueries#REPEATS_MAX}
 */
public record Explanation(
        Level level,
        Map<Account, Quantity> recomputed,
        long counted,
        boolean equal,
        List<Movement> movements,
        List<Posted.Repeat> repeats) {

    /** The sum of an account's movements. */
    public Quantity recomputed(Account account) {
        return recomputed.getOrDefault(account, Quantity.ZERO);
    }
}
