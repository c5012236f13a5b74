/**
 * The stock ledger. Movements are only ever added; a level is what they sum to.
 *
 * <p>There are two doors for verbs, {@code StockLedger.post} (grouped with others into one commit)
 * and {@code postHere} (inside the caller's own transaction), and one for reads. The ledger knows
 * nobody who moves stock: a posting carries an opaque cause.
 *
 * <p>Words: posting, movement, level, account, count, correction, reversal, promise (reservation).
 */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "audit",
            "database",
            "leases",
            "measure",
            "locations",
            "catalog"
        })
@NullMarked
package io.onhand.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
