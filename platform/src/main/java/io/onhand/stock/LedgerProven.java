package io.onhand.stock;

import java.util.List;

/**
 * The auditor found that frozen levels are the fold of their movements again. Published outside any
 * transaction, inside the tenant.
 *
 * @param levels at least one
 */
public record LedgerProven(List<Proven> levels) {

    /** A level with the names by which a mismatch of it is known. */
    public record Proven(LevelKey level, String sku, String location) {}
}
