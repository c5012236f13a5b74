/**
 * What is sold: products, their variants (one SKU each, the unit of stock) and barcodes, and how
 * they are found.
 *
 * <p>Search works on folded terms, so that it stays an index range under row-level security.
 *
 * <p>Words: product, variant, SKU, barcode, term.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "audit", "database", "measure"})
@NullMarked
package io.onhand.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
