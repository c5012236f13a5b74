package io.onhand.channels;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantCache;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The current tenant's connections. */
@Component
public class ConnectionQueries {

    /** How long a change of a connection may go unnoticed. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final int KNOWN_MAX = 10_000;

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private record Key(TenantId tenant, String code) {}

    private record Known(Connection connection, Instant until) {}

    private final JdbcClient app;
    private final TenantTransactions transactions;
    private final MachineClock clock;
    private final MappingQueries mappings;
    private final JsonMapper json;
    private final ConcurrentHashMap<Key, Known> known = new ConcurrentHashMap<>();
    private final TenantCache<SourceId, String> codes = new TenantCache<>(KNOWN_MAX);

    ConnectionQueries(
            JdbcClient app,
            TenantTransactions transactions,
            MachineClock clock,
            MappingQueries mappings,
            JsonMapper json) {
        this.app = app;
        this.transactions = transactions;
        this.clock = clock;
        this.mappings = mappings;
        this.json = json;
    }

    /** The connection of this code, as it was at most {@link #KNOWN_FOR} ago. */
    public Optional<Connection> byCode(String code) {
        var key = new Key(CurrentTenant.id(), code);
        var remembered = known.get(key);
        // before reading: what is read may be older than its end, never younger
        var now = clock.now();
        if (remembered != null && now.isBefore(remembered.until())) {
            return Optional.of(remembered.connection());
        }
        var found = transactions.read(() -> read(code));
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        found.ifPresent(c -> known.put(key, new Known(c, now.plus(KNOWN_FOR))));
        return found;
    }

    /** The codes of these connections, which never change; a source that is none is absent. */
    public Map<SourceId, String> codes(Collection<SourceId> sources) {
        return codes.get(sources, missing -> transactions.read(() -> readCodes(missing)));
    }

    /** The connection of this code as it is. Runs inside the caller's transaction. */
    Optional<Connection> read(String code) {
        return app.sql(
                        """
                        select connection_id, code, plugin, name, mode, name_match,
                            names_are_ours, settings, hook_key
                        from connection where code = :code
                        """)
                .param("code", code)
                .query(this::connection)
                .optional();
    }

    private Map<SourceId, String> readCodes(Set<SourceId> sources) {
        return app
                .sql(
                        """
                        select connection_id, code, plugin, name, mode, name_match,
                            names_are_ours, settings, hook_key
                        from connection where connection_id = any(:ids)
                        """)
                .param("ids", sources.stream().map(SourceId::value).toArray(UUID[]::new))
                .query(this::connection)
                .list()
                .stream()
                .collect(Collectors.toMap(Connection::id, Connection::code));
    }

    /** A connection by its id. Runs inside the caller's transaction. */
    Optional<Connection> byId(SourceId id) {
        return app.sql(
                        """
                        select connection_id, code, plugin, name, mode, name_match,
                            names_are_ours, settings, hook_key
                        from connection where connection_id = :id
                        """)
                .param("id", id.value())
                .query(this::connection)
                .optional();
    }

    /** What is kept of its secrets. Runs inside the caller's transaction. */
    Optional<byte[]> sealedSecrets(SourceId id) {
        return app.sql("select secrets from connection where connection_id = :id")
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getBytes("secrets")))
                .optional()
                .flatMap(Function.identity());
    }

    /** Those that have secrets. Runs inside the caller's transaction. */
    List<SourceId> withSecrets() {
        return app
                .sql("select connection_id from connection where secrets is not null")
                .query(UUID.class)
                .list()
                .stream()
                .map(SourceId::new)
                .toList();
    }

    /** The connection of this id, if there is one. */
    public Optional<Connection> find(SourceId id) {
        return transactions.read(() -> byId(id));
    }

    /** A connection with its places, as it is now. */
    public Optional<ConnectionDetails> details(String code) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select connection_id, code, plugin, name, mode, name_match,
                                            names_are_ours, settings, hook_key
                                        from connection where code = :code
                                        """)
                                .param("code", code)
                                .query(this::keyed)
                                .optional()
                                .map(this::details));
    }

    /**
     * Connections by code.
     *
     * @param after the code after which to begin
     */
    public List<ConnectionDetails> page(String after, int limit) {
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select connection_id, code, plugin, name, mode, name_match,
                                            names_are_ours, settings, hook_key
                                        from connection where code > :after
                                        order by code limit :limit
                                        """)
                                .param("after", after)
                                .param("limit", limit)
                                .query(this::keyed)
                                .list()
                                .stream()
                                .map(this::details)
                                .toList());
    }

    private record Keyed(Connection connection, @Nullable HookKey key) {}

    private ConnectionDetails details(Keyed row) {
        return new ConnectionDetails(
                row.connection(), row.key(), mappings.allLocations(row.connection().id()));
    }

    private Keyed keyed(ResultSet row, int number) throws SQLException {
        String key = row.getString("hook_key");
        return new Keyed(connection(row, number), key == null ? null : new HookKey(key));
    }

    private Connection connection(ResultSet row, int number) throws SQLException {
        return new Connection(
                new SourceId(row.getObject("connection_id", UUID.class)),
                row.getString("code"),
                row.getString("plugin"),
                row.getString("name"),
                Connection.Mode.ofWord(row.getString("mode")),
                Connection.Match.ofWord(row.getString("name_match")),
                row.getBoolean("names_are_ours"),
                json.readValue(row.getString("settings"), SETTINGS));
    }
}
