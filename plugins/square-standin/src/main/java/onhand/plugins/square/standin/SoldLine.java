package onhand.plugins.square.standin;

import org.jspecify.annotations.Nullable;

/**
 * One line of a sale or a refund.
 *
 * @param variation Square's id of what is sold; none for an amount typed in without an article
 * @param quantity a decimal above zero, at most 12 characters and 5 decimals
 */
public record SoldLine(@Nullable String variation, String quantity) {}
