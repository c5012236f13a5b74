package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of what connections call our places and items. */
@Component
class MappingStatements {

    private final JdbcClient app;

    MappingStatements(JdbcClient app) {
        this.app = app;
    }

    void putLocations(SourceId connection, Map<String, LocationId> locations, Instant at) {
        if (locations.isEmpty()) {
            return;
        }
        List<Map.Entry<String, LocationId>> rows = List.copyOf(locations.entrySet());
        app.sql(
                        """
                        insert into connection_location (tenant_id, connection_id, external,
                            location_id, changed_at)
                        select cast(:tenant as uuid), cast(:connection as uuid), m.external,
                            m.location_id, cast(:at as timestamptz)
                        from unnest(cast(:externals as text[]), cast(:locations as uuid[]))
                            as m (external, location_id)
                        on conflict (tenant_id, connection_id, external) do update
                            set location_id = excluded.location_id,
                                changed_at = excluded.changed_at
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("externals", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "locations",
                        rows.stream().map(row -> row.getValue().value()).toArray(UUID[]::new))
                .update();
    }

    void removeLocations(SourceId connection) {
        app.sql("delete from connection_location where connection_id = :connection")
                .param("connection", connection.value())
                .update();
    }

    void putVariant(SourceId connection, String external, VariantId variant, Instant at) {
        putVariants(connection, Map.of(external, variant), at);
    }

    void putVariants(SourceId connection, Map<String, VariantId> variants, Instant at) {
        if (variants.isEmpty()) {
            return;
        }
        List<Map.Entry<String, VariantId>> rows = List.copyOf(variants.entrySet());
        app.sql(
                        """
                        insert into connection_variant (tenant_id, connection_id, external,
                            variant_id, changed_at)
                        select cast(:tenant as uuid), cast(:connection as uuid), m.external,
                            m.variant_id, cast(:at as timestamptz)
                        from unnest(cast(:externals as text[]), cast(:variants as uuid[]))
                            as m (external, variant_id)
                        on conflict (tenant_id, connection_id, external) do update
                            set variant_id = excluded.variant_id,
                                changed_at = excluded.changed_at
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("externals", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "variants",
                        rows.stream().map(row -> row.getValue().value()).toArray(UUID[]::new))
                .update();
    }
}
