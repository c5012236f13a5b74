package io.onhand.stock;

import java.util.List;

/**
 * What the auditor found.
 *
 * @param levels how many levels were looked at
 * @param movements how many movements were folded
 * @param mismatches what does not agree; empty in a sound ledger
 */
public record AuditReport(long levels, long movements, List<Mismatch> mismatches) {

    /**
     * Something that does not agree.
     *
     * @param sku the level's SKU, or the variant's id where there is no such variant
     * @param location the level's location code, or the location's id where there is none
     * @param account the account, such as {@code on-hand}, or the law that is broken: {@code
     *     level-seq}, {@code balance-after}, {@code effective-at}, {@code count}, {@code promised},
     *     {@code bounds}, {@code orphan}
     * @param shown what the ledger shows
     * @param folded what its movements say
     */
    public record Mismatch(
            LevelKey level,
            String sku,
            String location,
            String account,
            String shown,
            String folded) {}
}
