/**
 * What a caller asked once and was answered, so that asking again is harmless.
 *
 * <p>Only answers that moved no stock are kept here; where stock moved, the posting is the memory.
 * The secret that programs share lies here too: it seals what callers are given to bring back.
 *
 * <p>Words: idempotency key, kept answer, shared key.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database"})
@NullMarked
package io.onhand.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
