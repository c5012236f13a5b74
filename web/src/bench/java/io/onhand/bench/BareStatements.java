package io.onhand.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements by which the ledger posts one event, in their order, by JDBC and with nothing
 * around them: the least that an answer can take.
 */
final class BareStatements implements Client {

    private static final long MILLIONTHS = 1_000_000;
    private static final int SHARDS = 32;

    private static final String TIMEOUTS =
            """
            select set_config('lock_timeout', '2s', true),
                set_config('transaction_timeout', '5s', true)
            """;

    private static final String POSTING =
            """
            insert into stock_posting (tenant_id, posting_id, source_id, external_id,
                revision, content_hash, type, cause_type, cause_id, actor_type,
                actor_id, occurred_at, clock_error_ms, delivery_id, reverses_id, note,
                location_ids, variant_ids, recorded_at)
            select tenant, id, source, external, revision, content, type, cause_type,
                cause_id, actor_type, actor_id, occurred, clock_error, delivery,
                reverses, note, locations::uuid[], variants::uuid[], ?::timestamptz
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int8[],
                ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[], ?::int8[], ?::uuid[], ?::uuid[], ?::text[],
                ?::text[], ?::text[])
                as row (tenant, id, source, external, revision, content, type,
                    cause_type, cause_id, actor_type, actor_id, occurred, clock_error,
                    delivery, reverses, note, locations, variants)
            order by tenant, id
            on conflict (tenant_id, posting_id) do nothing
            returning tenant_id, posting_id
            """;

    private static final String LOCK =
            """
            select l.tenant_id, l.location_id, l.variant_id, l.on_hand, l.committed,
                l.unavailable, l.incoming, l.in_transit, l.last_seq,
                l.last_effective_at, l.last_count_at, l.changed_at
            from unnest(?::uuid[], ?::uuid[], ?::uuid[])
                as wanted (tenant, location, variant)
            join stock_level l on l.tenant_id = wanted.tenant
                and l.location_id = wanted.location and l.variant_id = wanted.variant
            order by l.tenant_id, l.location_id, l.variant_id
            for update of l
            """;

    private static final String MOVEMENT =
            """
            insert into stock_movement (tenant_id, location_id, variant_id, level_seq,
                account, bucket, type, quantity, balance_after, effective_at,
                recorded_at, posting_id, line_no, line, counted, corrects_seq,
                because_seq, reason)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int8[],
                ?::int2[], ?::text[], ?::text[], ?::int8[], ?::int8[],
                ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::int4[], ?::text[],
                ?::int8[], ?::int8[], ?::int8[], ?::text[])
            """;

    private static final String LEVEL =
            """
            update stock_level l set on_hand = d.on_hand, committed = d.committed,
                unavailable = d.unavailable, incoming = d.incoming,
                in_transit = d.in_transit, last_seq = d.last_seq,
                last_effective_at = d.last_effective, last_count_at = d.last_count,
                changed_at = d.changed
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int8[], ?::int8[],
                ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::timestamptz[],
                ?::timestamptz[], ?::timestamptz[], ?::int8[])
                as d (tenant, location, variant, on_hand, committed, unavailable,
                    incoming, in_transit, last_seq, last_effective, last_count,
                    changed, seq_read)
            where l.tenant_id = d.tenant and l.location_id = d.location
                and l.variant_id = d.variant and l.last_seq = d.seq_read
            """;

    private static final String OUTBOX =
            """
            insert into outbox (created_at, shard, event_id, tenant_id, topic, envelope)
            select ?::timestamptz, shard, id, tenant, topic, envelope
            from unnest(?::int2[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                as row (shard, id, tenant, topic, envelope)
            """;

    private final Connection ledger;
    private final Sales sales;

    /** A line with what its level becomes. */
    private record Move(int no, Sale.Line line, long quantity, long onHand, long seq) {}

    BareStatements(BenchServer server, Sales sales) throws SQLException {
        this.sales = sales;
        ledger = server.connect("onhand_ledger");
        ledger.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        ledger.setAutoCommit(false);
    }

    @Override
    public int work() throws SQLException {
        Sale sale = sales.next(1).getFirst();
        UUID posting = Postings.id(sale.shop().source().value(), sale.externalId());
        OffsetDateTime now = Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        execute(TIMEOUTS);
        insertPosting(sale, posting, now);
        List<Move> moves = lock(sale);
        insertMovements(sale, posting, moves, now);
        updateLevels(sale, moves, now);
        insertOutbox(sale, moves, now);
        ledger.commit();
        return 1;
    }

    private void insertPosting(Sale sale, UUID posting, OffsetDateTime now) throws SQLException {
        execute(
                POSTING,
                now,
                array("uuid", sale.shop().tenant().value()),
                array("uuid", posting),
                array("uuid", sale.shop().source().value()),
                array("text", sale.externalId()),
                array("int8", 0L),
                ledger.createArrayOf("bytea", new byte[][] {Postings.content(sale)}),
                array("text", "sale"),
                array("text", "source-event"),
                array("text", sale.externalId()),
                array("text", "api-key"),
                array("text", "bench"),
                array("timestamptz", sale.occurredAt()),
                array("int8", 0L),
                nulls("uuid", 1),
                nulls("uuid", 1),
                nulls("text", 1),
                array("text", ids(sale, line -> sale.place().id())),
                array("text", ids(sale, line -> line.item().id())));
    }

    private static String ids(Sale sale, Function<Sale.Line, UUID> id) {
        return sale.lines().stream()
                .map(line -> id.apply(line).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private List<Move> lock(Sale sale) throws SQLException {
        int lines = sale.lines().size();
        List<Move> moves = new ArrayList<>();
        try (var statement = ledger.prepareStatement(LOCK)) {
            set(
                    statement,
                    same("uuid", lines, sale.shop().tenant().value()),
                    same("uuid", lines, sale.place().id()),
                    each("uuid", sale.lines(), line -> line.item().id()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    Sale.Line line = sale.lines().get(moves.size());
                    long quantity = -line.units() * MILLIONTHS;
                    long onHand = row.getLong("on_hand") + quantity;
                    long seq = row.getLong("last_seq") + 1;
                    moves.add(new Move(moves.size() + 1, line, quantity, onHand, seq));
                }
            }
        }
        return moves;
    }

    private void insertMovements(Sale sale, UUID posting, List<Move> moves, OffsetDateTime now)
            throws SQLException {
        int lines = moves.size();
        execute(
                MOVEMENT,
                same("uuid", lines, sale.shop().tenant().value()),
                same("uuid", lines, sale.place().id()),
                each("uuid", moves, move -> move.line().item().id()),
                each("int8", moves, Move::seq),
                same("int4", lines, 1),
                nulls("text", lines),
                same("text", lines, "sale"),
                each("int8", moves, Move::quantity),
                each("int8", moves, Move::onHand),
                same("timestamptz", lines, sale.occurredAt()),
                same("timestamptz", lines, now),
                same("uuid", lines, posting),
                each("int4", moves, Move::no),
                each("text", moves, move -> Integer.toString(move.no())),
                nulls("int8", lines),
                nulls("int8", lines),
                nulls("int8", lines),
                nulls("text", lines));
    }

    private void updateLevels(Sale sale, List<Move> moves, OffsetDateTime now) throws SQLException {
        int lines = moves.size();
        execute(
                LEVEL,
                same("uuid", lines, sale.shop().tenant().value()),
                same("uuid", lines, sale.place().id()),
                each("uuid", moves, move -> move.line().item().id()),
                each("int8", moves, Move::onHand),
                same("int8", lines, 0L),
                same("int8", lines, 0L),
                same("int8", lines, 0L),
                same("int8", lines, 0L),
                each("int8", moves, Move::seq),
                same("timestamptz", lines, sale.occurredAt()),
                nulls("timestamptz", lines),
                same("timestamptz", lines, now),
                each("int8", moves, move -> move.seq() - 1));
    }

    private void insertOutbox(Sale sale, List<Move> moves, OffsetDateTime now) throws SQLException {
        execute(
                OUTBOX,
                now,
                array("int4", Math.floorMod(sale.place().id().hashCode(), SHARDS)),
                array("uuid", UUID.randomUUID()),
                array("uuid", sale.shop().tenant().value()),
                array("text", "stock.levels"),
                array("text", moves.toString()));
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (var statement = ledger.prepareStatement(sql)) {
            set(statement, parameters);
            statement.execute();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Array array) {
                statement.setArray(i + 1, array);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    private Array array(String type, Object value) throws SQLException {
        return same(type, 1, value);
    }

    private Array same(String type, int count, Object value) throws SQLException {
        var values = new Object[count];
        Arrays.fill(values, value instanceof Instant ? value.toString() : value);
        return ledger.createArrayOf(type, values);
    }

    private Array nulls(String type, int count) throws SQLException {
        return ledger.createArrayOf(type, new Object[count]);
    }

    private <T> Array each(String type, List<T> rows, Function<T, Object> column)
            throws SQLException {
        return ledger.createArrayOf(type, rows.stream().map(column).toArray());
    }

    @Override
    public void close() throws SQLException {
        ledger.close();
    }
}
