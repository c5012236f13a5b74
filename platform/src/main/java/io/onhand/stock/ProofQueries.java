package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the auditor reads of the current tenant, each table apart. Movements come as a stream. Runs
 * inside the caller's transaction.
 */
@Component
class ProofQueries {

    private static final int ROWS_PER_FETCH = 2_000;

    private final JdbcClient app;
    private final JdbcClient streaming;

    ProofQueries(JdbcClient app, DataSource source) {
        this.app = app;
        var fetching = new JdbcTemplate(source);
        fetching.setFetchSize(ROWS_PER_FETCH);
        this.streaming = JdbcClient.create(fetching);
    }

    /** A level's row with the names of its variant and location; null where there is none. */
    record Row(
            @Nullable String sku,
            @Nullable String code,
            boolean isFrozen,
            LevelProof.Shown shown) {}

    /** The levels that changed since a time, and those that are frozen. */
    Map<LevelKey, Row> levels(Instant since) {
        Map<LevelKey, Row> levels = new LinkedHashMap<>();
        streaming
                .sql(
                        """
                        select s.location_id, s.variant_id, s.on_hand, s.committed, s.unavailable,
                            s.incoming, s.in_transit, s.last_seq, s.changed_at, s.last_effective_at,
                            s.last_count_at, s.frozen_at is not null as frozen, v.sku, l.code
                        from stock_level s
                        left join variant v
                            on v.tenant_id = s.tenant_id and v.variant_id = s.variant_id
                        left join location l
                            on l.tenant_id = s.tenant_id and l.location_id = s.location_id
                        where s.changed_at >= :since or s.frozen_at is not null
                        order by s.location_id, s.variant_id
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(
                        (ResultSet row) -> {
                            levels.put(key(row), row(row));
                        });
        return levels;
    }

    /** The counts of the same levels, in the order of the ledger. */
    Map<LevelKey, List<LevelProof.Anchor>> anchors(Instant since) {
        Map<LevelKey, List<OrderedAnchor>> anchors = new HashMap<>();
        streaming
                .sql(
                        """
                        select a.location_id, a.variant_id, a.effective_at, a.source_id,
                            a.external_id, a.revision, a.line_no, a.level_seq, a.counted,
                            r.level_seq as revoked_seq
                        from stock_level s
                        join stock_count_anchor a
                            on a.tenant_id = s.tenant_id and a.location_id = s.location_id
                            and a.variant_id = s.variant_id
                        left join stock_count_revocation r
                            on r.tenant_id = a.tenant_id and r.location_id = a.location_id
                            and r.variant_id = a.variant_id and r.level_seq = a.level_seq
                        where s.changed_at >= :since or s.frozen_at is not null
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(
                        (ResultSet row) -> {
                            anchors.computeIfAbsent(key(row), key -> new ArrayList<>())
                                    .add(OrderedAnchor.read(row));
                        });
        Map<LevelKey, List<LevelProof.Anchor>> ordered = new HashMap<>();
        anchors.forEach((key, list) -> ordered.put(key, OrderedAnchor.inOrder(list)));
        return ordered;
    }

    /** Hands on the movements of the same levels, level by level. */
    void movements(Instant since, BiConsumer<LevelKey, LevelProof.Fact> each) {
        streaming
                .sql(
                        """
                        select m.location_id, m.variant_id, m.level_seq, m.account, m.quantity,
                            m.balance_after, m.effective_at, m.recorded_at, m.corrects_seq
                        from stock_level s
                        join stock_movement m
                            on m.tenant_id = s.tenant_id and m.location_id = s.location_id
                            and m.variant_id = s.variant_id
                        where s.changed_at >= :since or s.frozen_at is not null
                        order by m.location_id, m.variant_id, m.recorded_at, m.level_seq
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(
                        (ResultSet row) -> {
                            each.accept(key(row), fact(row));
                        });
    }

    /** What is left of the open promises of each level, millionths. */
    Map<LevelKey, Long> promised() {
        Map<LevelKey, Long> promised = new HashMap<>();
        app.sql(
                        """
                        select location_id, variant_id, sum(remaining) as remaining
                        from reservation_line where remaining > 0
                        group by location_id, variant_id
                        """)
                .query(
                        (ResultSet row) -> {
                            promised.put(key(row), row.getLong("remaining"));
                        });
        return promised;
    }

    /** How many movements of each level have no level or no posting. */
    Map<LevelKey, Long> orphans() {
        return orphans(
                """
                        select m.location_id, m.variant_id, count(*) as movements
                        from stock_movement m
                        left join stock_level s
                            on s.tenant_id = m.tenant_id and s.location_id = m.location_id
                            and s.variant_id = m.variant_id
                        left join stock_posting p
                            on p.tenant_id = m.tenant_id and p.posting_id = m.posting_id
                        where s.tenant_id is null or p.tenant_id is null
                        group by m.location_id, m.variant_id
                        """);
    }

    /** How many movements of each frozen level have no posting. */
    Map<LevelKey, Long> orphansOfFrozen() {
        return orphans(
                """
                        select m.location_id, m.variant_id, count(*) as movements
                        from stock_level s
                        join stock_movement m
                            on m.tenant_id = s.tenant_id and m.location_id = s.location_id
                            and m.variant_id = s.variant_id
                        left join stock_posting p
                            on p.tenant_id = m.tenant_id and p.posting_id = m.posting_id
                        where s.frozen_at is not null and p.tenant_id is null
                        group by m.location_id, m.variant_id
                        """);
    }

    private Map<LevelKey, Long> orphans(String query) {
        Map<LevelKey, Long> orphans = new HashMap<>();
        app.sql(query)
                .query(
                        (ResultSet row) -> {
                            orphans.put(key(row), row.getLong("movements"));
                        });
        return orphans;
    }

    private static LevelKey key(ResultSet row) throws SQLException {
        return new LevelKey(
                CurrentTenant.id(),
                new LocationId(row.getObject("location_id", UUID.class)),
                new VariantId(row.getObject("variant_id", UUID.class)));
    }

    private static Row row(ResultSet row) throws SQLException {
        long[] accounts = {
            0,
            row.getLong("on_hand"),
            row.getLong("committed"),
            row.getLong("unavailable"),
            row.getLong("incoming"),
            row.getLong("in_transit")
        };
        return new Row(
                row.getString("sku"),
                row.getString("code"),
                row.getBoolean("frozen"),
                new LevelProof.Shown(
                        accounts,
                        row.getLong("last_seq"),
                        time(row, "changed_at"),
                        timeOrNull(row, "last_effective_at"),
                        timeOrNull(row, "last_count_at")));
    }

    private static LevelProof.Fact fact(ResultSet row) throws SQLException {
        return new LevelProof.Fact(
                row.getLong("level_seq"),
                row.getInt("account"),
                row.getLong("quantity"),
                row.getLong("balance_after"),
                time(row, "effective_at"),
                time(row, "recorded_at"),
                row.getObject("corrects_seq", Long.class));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** An anchor with what orders it; ids and texts are ordered by their bytes, in Java. */
    private record OrderedAnchor(
            LevelProof.Anchor anchor, String source, byte[] externalId, long revision, int lineNo) {

        private static final Comparator<OrderedAnchor> ORDER =
                Comparator.comparing((OrderedAnchor a) -> a.anchor.effectiveAt())
                        .thenComparing(OrderedAnchor::source)
                        .thenComparing(OrderedAnchor::externalId, Arrays::compareUnsigned)
                        .thenComparingLong(OrderedAnchor::revision)
                        .thenComparingInt(OrderedAnchor::lineNo);

        static OrderedAnchor read(ResultSet row) throws SQLException {
            return new OrderedAnchor(
                    new LevelProof.Anchor(
                            time(row, "effective_at"),
                            row.getLong("level_seq"),
                            row.getLong("counted"),
                            row.getObject("revoked_seq", Long.class) != null),
                    row.getObject("source_id", UUID.class).toString(),
                    row.getString("external_id").getBytes(StandardCharsets.UTF_8),
                    row.getLong("revision"),
                    row.getInt("line_no"));
        }

        static List<LevelProof.Anchor> inOrder(List<OrderedAnchor> anchors) {
            return anchors.stream().sorted(ORDER).map(OrderedAnchor::anchor).toList();
        }
    }
}
