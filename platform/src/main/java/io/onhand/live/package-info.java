/**
 * What changed, for screens: reads the outbox and tells whoever watches a location.
 *
 * <p>Words: topic, frame, epoch.
 */
@ApplicationModule(
        allowedDependencies = {"tenancy", "database", "measure", "locations", "catalog", "stock"})
@NullMarked
package io.onhand.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
