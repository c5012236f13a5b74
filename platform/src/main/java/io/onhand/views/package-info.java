/**
 * Lists as people like to see them: the filters of an address under a name, kept for one person in
 * one tenant.
 *
 * <p>Words: view, page.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "audit", "database", "identity", "measure"})
@NullMarked
package io.onhand.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
