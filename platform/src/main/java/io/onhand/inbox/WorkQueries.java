package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits. */
@Component
class WorkQueries {

    private final JdbcClient system;

    WorkQueries(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /** What waits, by tenant. */
    Map<TenantId, Long> waiting() {
        return system
                .sql(
                        """
                        select tenant_id, cast(sum(arrivals) as bigint) as waiting
                        from delivery_work group by tenant_id
                        """)
                .query(
                        (row, number) ->
                                Map.entry(
                                        new TenantId(row.getObject("tenant_id", UUID.class)),
                                        row.getLong("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether anything of a connection waits. */
    boolean waits(SourceId connection) {
        return system.sql(
                        """
                        select exists (
                            select 1 from delivery_work where connection_id = :connection)
                        """)
                .param("connection", connection.value())
                .query(Boolean.class)
                .single();
    }
}
