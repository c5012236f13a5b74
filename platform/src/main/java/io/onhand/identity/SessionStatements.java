package io.onhand.identity;

import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sessions. */
@Component
class SessionStatements {

    /** A session as it is kept. */
    record Kept(Person person, @Nullable TenantId tenant, Instant createdAt, Instant seenAt) {}

    private final JdbcClient system;

    SessionStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    void insert(
            KeyHash hash, PersonId person, @Nullable TenantId tenant, Instant now, Instant end) {
        system.sql(
                        """
                        insert into person_session (session_hash, person_id, tenant_id, created_at,
                            seen_at, expires_at)
                        values (:hash, :person, :tenant, :now, :now, :end)
                        """)
                .param("hash", hash.bytes())
                .param("person", person.value())
                .param("tenant", tenant == null ? null : tenant.value(), java.sql.Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Kept> find(KeyHash hash, Instant now) {
        return system.sql(
                        """
                        select s.person_id, s.tenant_id, s.created_at, s.seen_at, p.email, p.name
                        from person_session s join person p on p.person_id = s.person_id
                        where s.session_hash = :hash and s.expires_at > :now
                            and p.disabled_at is null
                        """)
                .param("hash", hash.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        (row, number) -> {
                            UUID tenant = row.getObject("tenant_id", UUID.class);
                            return new Kept(
                                    new Person(
                                            new PersonId(row.getObject("person_id", UUID.class)),
                                            row.getString("email"),
                                            row.getString("name")),
                                    tenant == null ? null : new TenantId(tenant),
                                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                                    row.getObject("seen_at", OffsetDateTime.class).toInstant());
                        })
                .optional();
    }

    /** Of these, the sessions that have not ended. */
    List<KeyHash> alive(Collection<KeyHash> hashes, Instant now) {
        return system
                .sql(
                        """
                        select s.session_hash
                        from person_session s join person p on p.person_id = s.person_id
                        where s.session_hash = any(:hashes) and s.expires_at > :now
                            and p.disabled_at is null
                        """)
                .param("hashes", hashes.stream().map(KeyHash::bytes).toArray(byte[][]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBytes("session_hash"))
                .list()
                .stream()
                .map(bytes -> new KeyHash(HexFormat.of().formatHex(bytes)))
                .toList();
    }

    void seen(KeyHash hash, Instant now, Instant end) {
        system.sql(
                        """
                        update person_session set seen_at = :now, expires_at = :end
                        where session_hash = :hash
                        """)
                .param("hash", hash.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    void choose(KeyHash hash, TenantId tenant) {
        system.sql("update person_session set tenant_id = :tenant where session_hash = :hash")
                .param("hash", hash.bytes())
                .param("tenant", tenant.value())
                .update();
    }

    void end(KeyHash hash) {
        system.sql("delete from person_session where session_hash = :hash")
                .param("hash", hash.bytes())
                .update();
    }

    void endAll(PersonId person) {
        system.sql("delete from person_session where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void forget(Instant now) {
        system.sql("delete from person_session where expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
