/**
 * Values that count and weigh: exact, immutable, free of any framework.
 *
 * <p>A {@code Quantity} counts millionths of a base unit, so that every sum is exact. Nothing here
 * knows of tenants, tables or time zones.
 *
 * <p>Words: quantity, plain text.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.onhand.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
