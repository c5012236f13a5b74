/**
 * Open work for people: one exception per kind and subject while it is open, counted when it comes
 * again.
 *
 * <p>Words: exception, kind, subject.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "audit", "database", "leases"})
@NullMarked
package io.onhand.exceptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
