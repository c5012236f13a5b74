package io.onhand.audit;

import io.onhand.tenancy.Act;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's audit entries, newest first. */
@Component
public class AuditQueries {

    private static final String ALL =
            """
            select at, entry_id, actor_type, actor_id, action, object_type, object_id,
                before_state, after_state, door, address, correlation_id
            from audit_entry
            where (at, entry_id) < (:at, :id) and at >= :from
                and (:everywhere or object_type in ('product', 'connection', 'api-key')
                    or object_type = 'location' and object_id = any(:locations))
            order by at desc, entry_id desc limit :limit
            """;

    private static final String BY_ACTOR =
            """
            select at, entry_id, actor_type, actor_id, action, object_type, object_id,
                before_state, after_state, door, address, correlation_id
            from audit_entry
            where actor_id = :actor and (at, entry_id) < (:at, :id) and at >= :from
                and (:everywhere or object_type in ('product', 'connection', 'api-key')
                    or object_type = 'location' and object_id = any(:locations))
            order by at desc, entry_id desc limit :limit
            """;

    private static final String BY_OBJECT =
            """
            select at, entry_id, actor_type, actor_id, action, object_type, object_id,
                before_state, after_state, door, address, correlation_id
            from audit_entry
            where object_id in (:object, :objectId) and (at, entry_id) < (:at, :id) and at >= :from
                and (object_id = :object or object_type = :objectType)
                and (:actor = '' or actor_id = :actor)
                and (:everywhere or object_type in ('product', 'connection', 'api-key')
                    or object_type = 'location' and object_id = any(:locations))
            order by at desc, entry_id desc limit :limit
            """;

    private final JdbcClient app;
    private final TenantTransactions transactions;

    AuditQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** A place in the list. */
    public record Position(Instant at, UUID id) {

        /** Before the newest entry that is earlier than this time. */
        static Position before(Instant time) {
            return new Position(time, new UUID(0, 0));
        }
    }

    /**
     * Entries, newest first.
     *
     * @param after the last entry of the page before, if there was one
     * @param limit how many at most
     */
    public List<AuditEntry> page(AuditFilter filter, Optional<Position> after, int limit) {
        var position = after.orElseGet(() -> Position.before(filter.to()));
        return transactions.read(
                () ->
                        app.sql(sql(filter))
                                .param("at", position.at().atOffset(ZoneOffset.UTC))
                                .param("id", position.id())
                                .param("from", filter.from().atOffset(ZoneOffset.UTC))
                                .param("actor", filter.actor().orElse(""))
                                .param("object", filter.object().orElse(""))
                                .param("objectType", filter.objectType())
                                .param("objectId", filter.objectId())
                                .param("everywhere", filter.locations().isEmpty())
                                .param(
                                        "locations",
                                        filter.locations().orElse(Set.of()).toArray(String[]::new))
                                .param("limit", limit)
                                .query(AuditQueries::entry)
                                .list());
    }

    private static String sql(AuditFilter filter) {
        if (filter.object().isPresent()) {
            return BY_OBJECT;
        }
        return filter.actor().isPresent() ? BY_ACTOR : ALL;
    }

    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        var actor =
                new Actor(
                        Actor.Type.ofWord(row.getString("actor_type")), row.getString("actor_id"));
        return new AuditEntry(
                row.getObject("entry_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Act(
                        actor,
                        row.getString("door"),
                        row.getString("address"),
                        row.getString("correlation_id")),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("before_state"),
                row.getString("after_state"));
    }
}
