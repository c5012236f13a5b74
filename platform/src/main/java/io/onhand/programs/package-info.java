/**
 * How the programs on one database stand, each by its own figures, for who runs them.
 *
 * <p>Every program notes its figures every few seconds; what is older than half a minute is of a
 * program that ended.
 *
 * <p>Words: program, figure, stand.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database"})
@NullMarked
package io.onhand.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
