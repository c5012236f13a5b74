package io.onhand.stock;

import io.onhand.tenancy.CurrentTenant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps identities of the current tenant from being posted, for ever, because their events are kept
 * elsewhere: whoever sends one of them again is answered {@link Outcome.Held}, and only {@link
 * Posting#settlingHeld} may post it. The ledger asks for them where it takes identities, so that
 * nobody has to ask before. Runs inside the caller's transaction.
 */
@Component
public class HoldStatements {

    private final JdbcClient app;

    HoldStatements(JdbcClient app) {
        this.app = app;
    }

    /** Holds these; what is held stays held. */
    public void hold(Collection<PostingId> postings) {
        app.sql(
                        """
                        insert into stock_hold (tenant_id, posting_id)
                        select cast(:tenant as uuid), id
                        from unnest(cast(:ids as uuid[])) as held (id)
                        on conflict (tenant_id, posting_id) do nothing
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("ids", postings.stream().map(PostingId::value).toArray(UUID[]::new))
                .update();
    }
}
