package io.onhand.inbox;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps deliveries, as the door, which can read none. */
@Component
class DeliveryDoorStatements {

    /** A statement that takes longer has kept nothing. */
    static final int SECONDS_MAX = 3;

    private final JdbcClient door;

    DeliveryDoorStatements(@Qualifier("door") DataSource door) {
        var template = new JdbcTemplate(door);
        template.setQueryTimeout(SECONDS_MAX);
        this.door = JdbcClient.create(template);
    }

    /** Keeps all of them and the work that they mean, or none. */
    void insert(List<NewDelivery> rows) {
        door.sql(
                        """
                        with rows as (
                            select * from unnest(cast(:ids as uuid[]), cast(:tenants as uuid[]),
                                    cast(:connections as uuid[]), cast(:times as timestamptz[]),
                                    cast(:since as timestamptz[]), cast(:events as text[]),
                                    cast(:headers as text[]), cast(:bodies as bytea[]))
                                as r (id, tenant_id, connection_id, received_at, since, event_id,
                                    headers, body)),
                        kept as (
                            insert into delivery (tenant_id, delivery_id, connection_id,
                                received_at, vendor_event_id, headers, body)
                            select tenant_id, id, connection_id, received_at, event_id, headers,
                                body
                            from rows)
                        insert into delivery_work (work_id, kind, tenant_id, connection_id, since,
                            due_at)
                        select id, 'read', tenant_id, connection_id, since, since from rows
                        """)
                .param("ids", column(rows, UUID[]::new, NewDelivery::id))
                .param("tenants", column(rows, UUID[]::new, row -> row.tenant().value()))
                .param("connections", column(rows, UUID[]::new, row -> row.connection().value()))
                .param("times", column(rows, String[]::new, row -> row.receivedAt().toString()))
                .param("since", column(rows, String[]::new, row -> row.since().toString()))
                .param("events", column(rows, String[]::new, NewDelivery::vendorEventId))
                .param("headers", column(rows, String[]::new, NewDelivery::headers))
                .param("bodies", column(rows, byte[][]::new, NewDelivery::body))
                .update();
    }

    private static <T> T[] column(
            List<NewDelivery> rows,
            IntFunction<T[]> array,
            Function<NewDelivery, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
