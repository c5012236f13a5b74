package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How much waits. */
@Component
class WorkQueries {

    private final JdbcClient system;
    private final TransactionTemplate rough;

    WorkQueries(
            @Qualifier("system") JdbcClient system, @Qualifier("system") DataSource dataSource) {
        this.system = system;
        this.rough = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.rough.setReadOnly(true);
        this.rough.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * What waits, by tenant. It is a rough number anyway; read more strictly, the whole table would
     * lose races against everyone who works on it.
     */
    Map<TenantId, Long> waiting() {
        return rough.execute(status -> sums());
    }

    private Map<TenantId, Long> sums() {
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

    /** Whether anything of a connection waits that was asked for until then. */
    boolean waits(SourceId connection, Instant until) {
        return system.sql(
                        """
                        select exists (
                            select 1 from delivery_work
                            where connection_id = :connection and since <= :until)
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("connection", connection.value())
                .query(Boolean.class)
                .single();
    }
}
