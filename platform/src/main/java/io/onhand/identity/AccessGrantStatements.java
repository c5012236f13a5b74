package io.onhand.identity;

import io.onhand.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of grants to programs. */
@Component
class AccessGrantStatements {

    private final JdbcClient system;

    AccessGrantStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    int insert(AccessGrant grant) {
        return system.sql(
                        """
                        insert into access_grant (grant_id, client_id, person_id, tenant_id,
                            session_hash, asked, scopes, proof_kind, proof_hash, proof_issued_at,
                            proof_expires_at)
                        values (:id, :client, :person, :tenant, :session, :asked, :scopes, :kind,
                            :hash, :issued, :expires)
                        on conflict (grant_id) do nothing
                        """)
                .param("id", grant.id())
                .param("client", grant.client())
                .param("person", grant.person().value())
                .param("tenant", grant.tenant().value())
                .param("session", new KeyHash(grant.session()).bytes())
                .param("asked", grant.asked())
                .param("scopes", String.join(" ", grant.scopes()))
                .param("kind", grant.proof().kind().word())
                .param("hash", new KeyHash(grant.proof().hash()).bytes())
                .param("issued", grant.proof().issuedAt().atOffset(ZoneOffset.UTC))
                .param("expires", grant.proof().expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<AccessGrant> find(GrantProof.Kind kind, KeyHash hash, Instant now) {
        return system.sql(
                        """
                        select grant_id, client_id, person_id, tenant_id, session_hash, asked,
                            scopes, proof_issued_at, proof_expires_at
                        from access_grant
                        where proof_hash = :hash and proof_kind = :kind and proof_expires_at > :now
                        """)
                .param("hash", hash.bytes())
                .param("kind", kind.word())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> grant(kind, hash, row))
                .optional();
    }

    private static AccessGrant grant(GrantProof.Kind kind, KeyHash hash, ResultSet row)
            throws SQLException {
        String scopes = row.getString("scopes");
        return new AccessGrant(
                row.getObject("grant_id", UUID.class),
                row.getString("client_id"),
                new PersonId(row.getObject("person_id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                HexFormat.of().formatHex(row.getBytes("session_hash")),
                row.getString("asked"),
                scopes.isEmpty() ? Set.of() : Set.of(scopes.split(" ")),
                new GrantProof(
                        kind,
                        hash.hex(),
                        row.getObject("proof_issued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("proof_expires_at", OffsetDateTime.class).toInstant()));
    }

    /** The next proof is random: where it stands already, this was done and its answer got lost. */
    int proceed(AccessGrant grant, Set<String> scopes, GrantProof next) {
        return system.sql(
                        """
                        update access_grant set scopes = :scopes, spent_hash = :spent,
                            proof_kind = :kind, proof_hash = :hash, proof_issued_at = :issued,
                            proof_expires_at = :expires
                        where grant_id = :id and (proof_hash = :spent or proof_hash = :hash)
                        """)
                .param("id", grant.id())
                .param("scopes", String.join(" ", scopes))
                .param("spent", new KeyHash(grant.proof().hash()).bytes())
                .param("kind", next.kind().word())
                .param("hash", new KeyHash(next.hash()).bytes())
                .param("issued", next.issuedAt().atOffset(ZoneOffset.UTC))
                .param("expires", next.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    int finish(AccessGrant grant) {
        return system.sql("delete from access_grant where grant_id = :id and proof_hash = :hash")
                .param("id", grant.id())
                .param("hash", new KeyHash(grant.proof().hash()).bytes())
                .update();
    }

    int endSpent(KeyHash hash) {
        return system.sql("delete from access_grant where spent_hash = :hash")
                .param("hash", hash.bytes())
                .update();
    }

    void forget(Instant now) {
        system.sql("delete from access_grant where proof_expires_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
