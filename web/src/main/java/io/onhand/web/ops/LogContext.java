package io.onhand.web.ops;

import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Adds to each line of a JSON log whose work it belongs to, as the edge opened it: the tenant, the
 * door and the request's correlation id. Ids only; no payload, no secret.
 */
public class LogContext implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.add("tenant", line -> CurrentTenant.find().orElse(null))
                .whenNotNull()
                .as(Object::toString);
        members.add("door", line -> CurrentTenant.findAct().map(Act::door).orElse(null))
                .whenNotNull();
        members.add(
                        "correlation_id",
                        line -> CurrentTenant.findAct().map(Act::correlationId).orElse(null))
                .whenNotNull();
    }
}
