/**
 * Keeps secrets of others, such as the signing secret of a till, so that the database alone does
 * not tell them.
 *
 * <p>Words: master key, seal, open.
 */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package io.onhand.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
