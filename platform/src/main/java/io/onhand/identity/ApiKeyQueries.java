package io.onhand.identity;

import io.onhand.locations.LocationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's API keys. */
@Component
class ApiKeyQueries {

    private final JdbcClient app;

    ApiKeyQueries(JdbcClient app) {
        this.app = app;
    }

    /** Reads in the transaction that runs. */
    Optional<ApiKey> byId(ApiKeyId id) {
        return app.sql(
                        """
                        select name, role, all_locations, revoked_at
                        from api_key where api_key_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> key(id, row))
                .optional();
    }

    private ApiKey key(ApiKeyId id, ResultSet row) throws SQLException {
        LocationLimit limit =
                row.getBoolean("all_locations") ? new LocationLimit.Everywhere() : limit(id);
        return new ApiKey(
                id,
                row.getString("name"),
                Role.ofWord(row.getString("role")),
                limit,
                instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private LocationLimit limit(ApiKeyId id) {
        return new LocationLimit.Only(
                app
                        .sql("select location_id from api_key_location where api_key_id = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .stream()
                        .map(LocationId::new)
                        .collect(Collectors.toSet()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
