package io.onhand.stock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when levels are frozen. Runs inside the caller's transaction. */
@Component
class FreezeStatements {

    private final JdbcClient app;

    FreezeStatements(JdbcClient app) {
        this.app = app;
    }

    /** Notes it of those that do not stand so already; null thaws. */
    void set(Collection<LevelKey> levels, @Nullable Instant frozenAt) {
        UUID[] locations = levels.stream().map(l -> l.location().value()).toArray(UUID[]::new);
        UUID[] variants = levels.stream().map(l -> l.variant().value()).toArray(UUID[]::new);
        lock(locations, variants);
        app.sql(
                        """
                        update stock_level s set frozen_at = cast(:at as timestamptz)
                        from unnest(cast(:locations as uuid[]), cast(:variants as uuid[]))
                            as f (location_id, variant_id)
                        where s.location_id = f.location_id and s.variant_id = f.variant_id
                            and (s.frozen_at is null) <> (cast(:at as timestamptz) is null)
                        """)
                .param("at", frozenAt == null ? null : frozenAt.atOffset(ZoneOffset.UTC))
                .param("locations", locations)
                .param("variants", variants)
                .update();
    }

    /** In the order in which the lanes lock them. */
    private void lock(UUID[] locations, UUID[] variants) {
        app.sql(
                        """
                        select s.last_seq from stock_level s
                        join unnest(cast(:locations as uuid[]), cast(:variants as uuid[]))
                            as f (location_id, variant_id)
                            on s.location_id = f.location_id and s.variant_id = f.variant_id
                        order by s.tenant_id, s.location_id, s.variant_id
                        for update of s
                        """)
                .param("locations", locations)
                .param("variants", variants)
                .query(Long.class)
                .list();
    }
}
