package io.onhand.audit;

import io.onhand.tenancy.Act;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, as it was written down.
 *
 * @param id its own id
 * @param at when, by the business clock
 * @param act who did it, through which door
 * @param action what was done
 * @param objectType to what kind of thing
 * @param objectId which one
 * @param before its state before, as JSON
 * @param after its state after, as JSON
 */
public record AuditEntry(
        UUID id,
        Instant at,
        Act act,
        String action,
        String objectType,
        String objectId,
        @Nullable String before,
        @Nullable String after) {

    /** Where it stands in the trail. */
    public AuditQueries.Position position() {
        return new AuditQueries.Position(at, id);
    }
}
