package io.onhand.audit;

import io.onhand.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals and what they cover. All run in the transaction that is open. */
@Component
class SealStatements {

    private final JdbcClient app;

    SealStatements(JdbcClient app) {
        this.app = app;
    }

    Optional<Seal> last() {
        return app.sql(
                        """
                        select seal_no, sealed_at, last_entry_at, last_entry_id, entries, hash
                        from audit_seal order by seal_no desc limit 1
                        """)
                .query(SealStatements::seal)
                .optional();
    }

    /** Seals after this number, in order. */
    List<Seal> after(long number, int limit) {
        return app.sql(
                        """
                        select seal_no, sealed_at, last_entry_at, last_entry_id, entries, hash
                        from audit_seal where seal_no > :number order by seal_no limit :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query(SealStatements::seal)
                .list();
    }

    /** Entries after one place that are earlier than a time, in order. */
    List<AuditEntry> since(AuditQueries.Position after, Instant before, int limit) {
        return app.sql(
                        """
                        select at, entry_id, actor_type, actor_id, action, object_type, object_id,
                            before_state, after_state, door, address, correlation_id
                        from audit_entry
                        where (at, entry_id) > (:at, :id) and at < :before
                        order by at, entry_id limit :limit
                        """)
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(AuditQueries::entry)
                .list();
    }

    /** Entries after one place up to another, in order. */
    List<AuditEntry> between(AuditQueries.Position after, AuditQueries.Position upTo) {
        return app.sql(
                        """
                        select at, entry_id, actor_type, actor_id, action, object_type, object_id,
                            before_state, after_state, door, address, correlation_id
                        from audit_entry
                        where (at, entry_id) > (:at, :id) and (at, entry_id) <= (:lastAt, :lastId)
                        order by at, entry_id
                        """)
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("lastAt", upTo.at().atOffset(ZoneOffset.UTC))
                .param("lastId", upTo.id())
                .query(AuditQueries::entry)
                .list();
    }

    void insert(Seal seal) {
        app.sql(
                        """
                        insert into audit_seal (tenant_id, seal_no, sealed_at,
                            last_entry_at, last_entry_id, entries, hash)
                        values (:tenant, :number, :sealedAt, :lastAt, :lastId, :entries, :hash)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("number", seal.number())
                .param("sealedAt", seal.sealedAt().atOffset(ZoneOffset.UTC))
                .param("lastAt", seal.last().at().atOffset(ZoneOffset.UTC))
                .param("lastId", seal.last().id())
                .param("entries", seal.entries())
                .param("hash", seal.hashBytes())
                .update();
    }

    private static Seal seal(ResultSet row, int number) throws SQLException {
        var last =
                new AuditQueries.Position(
                        row.getObject("last_entry_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_entry_id", UUID.class));
        return new Seal(
                row.getLong("seal_no"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                last,
                row.getLong("entries"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
