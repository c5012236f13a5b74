package io.onhand.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What the server can take at most: the rows of 1,000 events by {@code COPY} into the same tables,
 * nothing asked and nothing locked. It writes a shop of its own, so that it knows every level
 * without reading; the levels are set when it closes, outside the time.
 */
final class CopyStatements implements Client {

    static final int BATCH = 1_000;

    private static final long MILLIONTHS = 1_000_000;

    private final Connection superuser;
    private final CopyManager copy;
    private final Sales sales;
    private final Shop shop;
    private final Map<Key, State> levels = new HashMap<>();
    private final StringBuilder postings = new StringBuilder();
    private final StringBuilder movements = new StringBuilder();
    private final StringBuilder outbox = new StringBuilder();

    private record Key(UUID place, UUID item) {}

    private record State(long onHand, long seq, Instant changed) {}

    CopyStatements(BenchServer server, Shop shop, Sales sales) throws SQLException {
        this.shop = shop;
        this.sales = sales;
        superuser = server.connectAsSuperuser();
        superuser.setAutoCommit(false);
        copy = superuser.unwrap(PGConnection.class).getCopyAPI();
        readLevels();
    }

    private void readLevels() throws SQLException {
        try (var read =
                superuser.prepareStatement(
                        """
                        select location_id, variant_id, on_hand, last_seq, changed_at
                        from stock_level where tenant_id = ?
                        """)) {
            read.setObject(1, shop.tenant().value());
            try (var row = read.executeQuery()) {
                while (row.next()) {
                    levels.put(
                            new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                            new State(
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getObject(5, java.time.OffsetDateTime.class).toInstant()));
                }
            }
        }
    }

    @Override
    public int work() throws SQLException, IOException {
        postings.setLength(0);
        movements.setLength(0);
        outbox.setLength(0);
        var batch = sales.next(BATCH);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        batch.forEach(sale -> append(sale, now));
        for (Shop.Place place : shop.places()) {
            appendOutbox(place, now);
        }
        in(
                postings,
                """
                copy stock_posting (tenant_id, posting_id, source_id, external_id, revision,
                    content_hash, type, cause_type, cause_id, actor_type, actor_id, occurred_at,
                    recorded_at, location_ids, variant_ids) from stdin
                """);
        in(
                movements,
                """
                copy stock_movement (tenant_id, location_id, variant_id, level_seq, account, type,
                    quantity, balance_after, effective_at, recorded_at, posting_id, line_no, line)
                from stdin
                """);
        in(
                outbox,
                """
                copy outbox (shard, created_at, event_id, tenant_id, topic, envelope) from stdin
                """);
        superuser.commit();
        return batch.size();
    }

    private void append(Sale sale, Instant now) {
        UUID posting = Postings.id(shop.source().value(), sale.externalId());
        String places =
                sale.lines().stream()
                        .map(line -> sale.place().id().toString())
                        .collect(Collectors.joining(","));
        String items =
                sale.lines().stream()
                        .map(line -> line.item().id().toString())
                        .collect(Collectors.joining(","));
        row(
                postings,
                shop.tenant().value(),
                posting,
                shop.source().value(),
                sale.externalId(),
                0,
                "\\\\x" + HexFormat.of().formatHex(Postings.content(sale)),
                "sale",
                "source-event",
                sale.externalId(),
                "api-key",
                "bench",
                sale.occurredAt(),
                now,
                "{" + places + "}",
                "{" + items + "}");
        for (int i = 0; i < sale.lines().size(); i++) {
            move(sale, posting, i, now);
        }
    }

    private void move(Sale sale, UUID posting, int place, Instant now) {
        Sale.Line line = sale.lines().get(place);
        long quantity = -line.units() * MILLIONTHS;
        State level =
                levels.compute(
                        new Key(sale.place().id(), line.item().id()),
                        (key, before) ->
                                new State(before.onHand() + quantity, before.seq() + 1, now));
        row(
                movements,
                shop.tenant().value(),
                sale.place().id(),
                line.item().id(),
                level.seq(),
                1,
                "sale",
                quantity,
                level.onHand(),
                sale.occurredAt(),
                now,
                posting,
                place + 1,
                place + 1);
    }

    private void appendOutbox(Shop.Place place, Instant now) {
        row(
                outbox,
                Math.floorMod(place.id().hashCode(), 32),
                now,
                UUID.randomUUID(),
                shop.tenant().value(),
                "stock.levels",
                "{}");
    }

    private static void row(StringBuilder rows, Object... values) {
        for (int i = 0; i < values.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(values[i]);
        }
        rows.append('\n');
    }

    private void in(StringBuilder rows, String sql) throws SQLException, IOException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.copyIn(sql, new ByteArrayInputStream(bytes));
    }

    /** Sets the levels to what the copied movements make of them. */
    @Override
    public void close() throws SQLException {
        try (var update =
                superuser.prepareStatement(
                        """
                        update stock_level set on_hand = m.balance_after, last_seq = m.level_seq,
                            last_effective_at = m.effective_at, changed_at = m.recorded_at
                        from (select distinct on (location_id, variant_id) location_id, variant_id,
                                balance_after, level_seq, effective_at, recorded_at
                            from stock_movement where tenant_id = ?
                            order by location_id, variant_id, level_seq desc) m
                        where stock_level.tenant_id = ?
                            and stock_level.location_id = m.location_id
                            and stock_level.variant_id = m.variant_id
                        """)) {
            update.setObject(1, shop.tenant().value());
            update.setObject(2, shop.tenant().value());
            update.executeUpdate();
            superuser.commit();
        }
        superuser.close();
    }
}
