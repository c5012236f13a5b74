package io.onhand.locations;

import io.onhand.tenancy.TenantCache;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's locations. */
@Component
public class LocationQueries {

    private static final int CACHED_MAX = 50_000;

    private final JdbcClient app;
    private final TenantTransactions transactions;
    private final TenantCache<String, LocationId> ids = new TenantCache<>(CACHED_MAX);

    LocationQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** The locations of these codes; a code that there is not is absent. */
    public Map<String, Location> byCode(Collection<String> codes) {
        return list(
                        """
                        select location_id, code, name, type, time_zone, address, active
                        from location where code = any(:keys)
                        """,
                        codes.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Location::code, Function.identity()));
    }

    /**
     * The ids of these codes, remembered: neither ever changes. For who posts, where a query each
     * time is too much.
     */
    public Map<String, LocationId> idsByCode(Collection<String> codes) {
        return ids.get(
                codes,
                missing ->
                        byCode(missing).values().stream()
                                .collect(Collectors.toMap(Location::code, Location::id)));
    }

    /** The locations of these ids; an id that there is not is absent. */
    public Map<LocationId, Location> byId(Collection<LocationId> wanted) {
        return list(
                        """
                        select location_id, code, name, type, time_zone, address, active
                        from location where location_id = any(:keys)
                        """,
                        wanted.stream().map(LocationId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Location::id, Function.identity()));
    }

    /**
     * Locations by code.
     *
     * @param after the code after which to begin; the empty text for the beginning
     * @param only the ids that may be shown, or null for all
     * @param limit how many at most
     */
    public List<Location> page(String after, @Nullable Set<LocationId> only, int limit) {
        return transactions.read(() -> only == null ? all(after, limit) : some(after, only, limit));
    }

    private List<Location> all(String after, int limit) {
        return app.sql(
                        """
                        select location_id, code, name, type, time_zone, address, active
                        from location where code > :after
                        order by code limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(LocationQueries::location)
                .list();
    }

    private List<Location> some(String after, Set<LocationId> only, int limit) {
        return app.sql(
                        """
                        select location_id, code, name, type, time_zone, address, active
                        from location where location_id = any(:only) and code > :after
                        order by code limit :limit
                        """)
                .param("only", only.stream().map(LocationId::value).toArray(UUID[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(LocationQueries::location)
                .list();
    }

    private List<Location> list(String sql, Object keys) {
        return transactions.read(
                () -> app.sql(sql).param("keys", keys).query(LocationQueries::location).list());
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        return new Location(
                new LocationId(row.getObject("location_id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                Location.Type.ofWord(row.getString("type")),
                row.getString("time_zone"),
                row.getString("address"),
                row.getBoolean("active"));
    }
}
