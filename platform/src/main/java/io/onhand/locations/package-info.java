/**
 * Places that hold stock: stores, warehouses, virtual ones.
 *
 * <p>A location is found by its code and known by its id, whose first byte is the region of its
 * rows.
 *
 * <p>Words: location, code.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "audit", "database", "measure"})
@NullMarked
package io.onhand.locations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
