package io.onhand.web.api.v1;

import io.onhand.audit.AuditEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An audit entry, as callers see it.
 *
 * @param before the state before, null when there was none
 * @param after the state after, null when there is none
 */
record AuditEntryAnswer(
        String id,
        Instant at,
        ActorAnswer actor,
        String action,
        Subject object,
        JsonNode before,
        JsonNode after,
        String door,
        String correlationId) {

    /** What was acted on. */
    record Subject(String type, String id) {}

    static AuditEntryAnswer of(AuditEntry entry, JsonMapper json) {
        return new AuditEntryAnswer(
                entry.id().toString(),
                entry.at(),
                ActorAnswer.of(entry.act().actor()),
                entry.action(),
                new Subject(entry.objectType(), entry.objectId()),
                state(entry.before(), json),
                state(entry.after(), json),
                entry.act().door(),
                entry.act().correlationId());
    }

    private static JsonNode state(@Nullable String text, JsonMapper json) {
        return text == null ? json.nullNode() : json.readTree(text);
    }
}
