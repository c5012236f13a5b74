/**
 * What a caller asked once and was answered, so that asking again is harmless.
 *
 * <p>Only answers that moved no stock are kept here; where stock moved, the posting is the memory.
 *
 * <p>Words: idempotency key, kept answer.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database"})
@NullMarked
package io.onhand.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
