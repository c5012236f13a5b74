package io.onhand.exceptions;

import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The current tenant's exceptions as a list of work. */
@Component
public class ExceptionQueries {

    static final TypeReference<Map<String, String>> LINKS = new TypeReference<>() {};

    private final JdbcClient app;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    ExceptionQueries(JdbcClient app, TenantTransactions transactions, JsonMapper json) {
        this.app = app;
        this.transactions = transactions;
        this.json = json;
    }

    /** A place in the list, from the newest to the oldest. */
    public record Place(Instant firstAt, UUID id) {

        /** Before the newest. */
        public static final Place START =
                new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));
    }

    /**
     * Which exceptions.
     *
     * @param open only open ones, or only closed ones; null for all
     * @param kind only of this kind; null for all
     * @param owner only those that this person looks after; null for all
     */
    public record Filter(
            @Nullable Boolean open, @Nullable ExceptionKind kind, @Nullable String owner) {}

    /**
     * Exceptions, those that came up last first.
     *
     * @param open only open ones, or only closed ones; null for all
     * @param kind only of this kind; null for all
     */
    public List<OpenWork> page(
            @Nullable Boolean open, @Nullable ExceptionKind kind, Place after, int limit) {
        return page(new Filter(open, kind, null), after, limit);
    }

    /** Exceptions, those that came up last first. */
    public List<OpenWork> page(Filter filter, Place after, int limit) {
        var open = filter.open();
        var kind = filter.kind();
        var owner = filter.owner();
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select exception_id, kind, subject, repeats, first_at,
                                            last_at, state, detail, owner_id, links
                                        from exception
                                        where (first_at, exception_id) < (:at, :id)
                                            and (:anyState or state = :state)
                                            and (:anyKind or kind = :kind)
                                            and (:anyOwner or owner_id = :owner)
                                        order by first_at desc, exception_id desc limit :limit
                                        """)
                                .param("at", after.firstAt().atOffset(ZoneOffset.UTC))
                                .param("id", after.id())
                                .param("anyState", open == null)
                                .param("state", Boolean.TRUE.equals(open) ? "open" : "closed")
                                .param("anyKind", kind == null)
                                .param("kind", kind == null ? "" : kind.word())
                                .param("anyOwner", owner == null)
                                .param("owner", owner == null ? "" : owner)
                                .param("limit", limit)
                                .query(this::work)
                                .list());
    }

    /** How many are open, counted no further than a limit. */
    public int open(int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select count(*) from (
                                            select exception_id from exception
                                            where state = 'open' limit :limit) as few
                                        """)
                                .param("limit", limit)
                                .query(Integer.class)
                                .single());
    }

    /** How many are open of each kind; a kind without any is absent. */
    Map<ExceptionKind, Long> openByKind() {
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select kind, count(*) as open from exception
                                        where state = 'open' group by kind
                                        """)
                                .query(
                                        (row, number) ->
                                                Map.entry(
                                                        ExceptionKind.ofWord(row.getString("kind")),
                                                        row.getLong("open")))
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** One exception. */
    public Optional<OpenWork> find(ExceptionId id) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select exception_id, kind, subject, repeats, first_at,
                                            last_at, state, detail, owner_id, links
                                        from exception where exception_id = :id
                                        """)
                                .param("id", id.value())
                                .query(this::work)
                                .optional());
    }

    private OpenWork work(ResultSet row, int number) throws SQLException {
        return new OpenWork(
                new ExceptionId(row.getObject("exception_id", UUID.class)),
                ExceptionKind.ofWord(row.getString("kind")),
                new Subject(row.getString("subject")),
                row.getLong("repeats"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getString("state").equals("open"),
                row.getString("detail"),
                row.getString("owner_id"),
                json.readValue(row.getString("links"), LINKS));
    }
}
