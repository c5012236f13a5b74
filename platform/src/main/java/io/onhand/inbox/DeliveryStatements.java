package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes about the current tenant's deliveries. Runs inside the caller's transaction. */
@Component
class DeliveryStatements {

    static final String UPDATE =
            """
            update delivery
            set state = (
                select case
                    when bool_or(e.outcome is null) then 'waiting'
                    when bool_or(e.outcome in ('exception', 'conflict'))
                        then 'exception'
                    when bool_or(e.outcome = 'observed') then 'ignored'
                    else 'done' end
                from delivery_event e
                where e.tenant_id = delivery.tenant_id
                    and e.delivery_id = delivery.delivery_id)
            where delivery_id = any(:ids) and detail is null
            """;

    private final JdbcClient app;

    DeliveryStatements(JdbcClient app) {
        this.app = app;
    }

    void claimVendorEvents(SourceId connection, Map<String, UUID> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        List<Map.Entry<String, UUID>> rows = List.copyOf(deliveries.entrySet());
        app.sql(
                        """
                        insert into vendor_event (tenant_id, connection_id, vendor_event_id,
                            delivery_id)
                        select cast(:tenant as uuid), cast(:connection as uuid), e.id, e.delivery_id
                        from unnest(cast(:ids as text[]), cast(:deliveries as uuid[]))
                            as e (id, delivery_id)
                        order by e.id
                        on conflict (tenant_id, connection_id, vendor_event_id) do nothing
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("ids", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("deliveries", rows.stream().map(Map.Entry::getValue).toArray(UUID[]::new))
                .update();
    }

    /** Keeps what an observed connection told, as a delivery about which nothing is to be done. */
    void insertObserved(UUID id, SourceId connection, Instant receivedAt, byte[] body) {
        app.sql(
                        """
                        insert into delivery (tenant_id, delivery_id, connection_id, received_at,
                            headers, body, state)
                        values (:tenant, :id, :connection, :at, '{}', :body, 'ignored')
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id)
                .param("connection", connection.value())
                .param("at", receivedAt.atOffset(ZoneOffset.UTC))
                .param("body", body)
                .update();
    }

    /** Notes the sender's ids of messages that told them in their body. */
    void name(Map<UUID, String> vendorEvents) {
        if (vendorEvents.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, String>> rows = List.copyOf(vendorEvents.entrySet());
        app.sql(
                        """
                        update delivery set vendor_event_id = n.name
                        from unnest(cast(:ids as uuid[]), cast(:names as text[])) as n (id, name)
                        where delivery_id = n.id and delivery_id = any(:ids)
                        """)
                .param("ids", rows.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("names", rows.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    /**
     * Keeps what was asked for, as a delivery that is to be read.
     *
     * @param name under which its content is claimed, so that the claim is forgotten with it
     */
    void insertPulled(
            UUID id, SourceId connection, @Nullable String name, Instant receivedAt, byte[] body) {
        app.sql(
                        """
                        insert into delivery (tenant_id, delivery_id, connection_id,
                            vendor_event_id, received_at, headers, body, pulled)
                        values (:tenant, :id, :connection, cast(:name as text), :at,
                            '{"onhand":"asked for"}', :body, true)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id)
                .param("connection", connection.value())
                .param("name", name)
                .param("at", receivedAt.atOffset(ZoneOffset.UTC))
                .param("body", body)
                .update();
    }

    void repeats(Map<UUID, UUID> firsts) {
        if (firsts.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, UUID>> rows = List.copyOf(firsts.entrySet());
        app.sql(
                        """
                        update delivery set repeats_id = r.first_id
                        from unnest(cast(:ids as uuid[]), cast(:firsts as uuid[]))
                            as r (id, first_id)
                        where delivery_id = r.id and delivery_id = any(:ids)
                        """)
                .param("ids", rows.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("firsts", rows.stream().map(Map.Entry::getValue).toArray(UUID[]::new))
                .update();
    }

    void ignore(UUID delivery, String detail) {
        app.sql("update delivery set state = 'ignored', detail = :detail where delivery_id = :id")
                .param("detail", detail)
                .param("id", delivery)
                .update();
    }

    void giveUp(UUID delivery) {
        app.sql("update delivery set state = 'exception' where delivery_id = :id")
                .param("id", delivery)
                .update();
    }

    /** What is to be read anew waits again; whether there is such a delivery with its body. */
    boolean readAgain(UUID delivery) {
        return app.sql(
                                """
                                update delivery set state = 'waiting', detail = null
                                where delivery_id = :id and body is not null
                                """)
                        .param("id", delivery)
                        .update()
                == 1;
    }

    void addReading(UUID delivery, SourceId connection, Instant now) {
        app.sql(
                        """
                        insert into delivery_work (work_id, kind, tenant_id, connection_id, since,
                            due_at)
                        values (:id, 'read', :tenant, :connection, :now, :now)
                        on conflict do nothing
                        """)
                .param("id", delivery)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The state of deliveries follows from what became of their parts. */
    void update(Collection<UUID> deliveries) {
        app.sql(UPDATE).param("ids", deliveries.toArray(UUID[]::new)).update();
    }
}
