package io.onhand.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The plain way to keep the same tables by the same laws: a transaction an event, a statement a
 * row. Levels are locked in key order; whoever is chosen as victim all the same tries again.
 */
final class NaiveStatements implements Client {

    private static final String DEADLOCK = "40P01";
    private static final long MILLIONTHS = 1_000_000;
    private static final int SHARDS = 32;

    private final Connection ledger;
    private final Sales sales;
    private final PreparedStatement insertPosting;
    private final PreparedStatement readHash;
    private final PreparedStatement insertRepeat;
    private final PreparedStatement lockLevel;
    private final PreparedStatement insertMovement;
    private final PreparedStatement updateLevel;
    private final PreparedStatement insertOutbox;

    NaiveStatements(BenchServer server, Sales sales) throws SQLException {
        this.sales = sales;
        ledger = server.connect("onhand_ledger");
        ledger.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        ledger.setAutoCommit(false);
        insertPosting =
                ledger.prepareStatement(
                        """
                        insert into stock_posting (tenant_id, posting_id, source_id, external_id,
                            revision, content_hash, type, cause_type, cause_id, actor_type,
                            actor_id, occurred_at, recorded_at, location_ids, variant_ids)
                        values (?, ?, ?, ?, 0, ?, 'sale', 'source-event', ?, 'api-key', 'bench',
                            ?, ?, ?, ?)
                        on conflict (tenant_id, posting_id) do nothing
                        """);
        readHash =
                ledger.prepareStatement(
                        """
                        select content_hash from stock_posting
                        where tenant_id = ? and posting_id = ?
                        """);
        insertRepeat =
                ledger.prepareStatement(
                        """
                        insert into stock_posting_repeat (tenant_id, posting_id, repeat_id, kind,
                            content_hash, at)
                        values (?, ?, ?, 'duplicate', ?, ?)
                        """);
        lockLevel =
                ledger.prepareStatement(
                        """
                        select on_hand, last_seq, changed_at, last_effective_at, last_count_at
                        from stock_level
                        where tenant_id = ? and location_id = ? and variant_id = ? for update
                        """);
        insertMovement =
                ledger.prepareStatement(
                        """
                        insert into stock_movement (tenant_id, location_id, variant_id, level_seq,
                            account, type, quantity, balance_after, effective_at, recorded_at,
                            posting_id, line_no, line)
                        values (?, ?, ?, ?, 1, 'sale', ?, ?, ?, ?, ?, ?, ?)
                        """);
        updateLevel =
                ledger.prepareStatement(
                        """
                        update stock_level set on_hand = ?, last_seq = ?, last_effective_at = ?,
                            changed_at = ?
                        where tenant_id = ? and location_id = ? and variant_id = ?
                        """);
        insertOutbox =
                ledger.prepareStatement(
                        """
                        insert into outbox (shard, created_at, event_id, tenant_id, topic, envelope)
                        values (?, ?, ?, ?, 'stock.levels', ?)
                        """);
    }

    @Override
    public int work() throws SQLException {
        post(sales.next(1).getFirst());
        return 1;
    }

    private void post(Sale sale) throws SQLException {
        while (true) {
            try {
                postOnce(sale);
                ledger.commit();
                return;
            } catch (SQLException e) {
                ledger.rollback();
                if (!DEADLOCK.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private void postOnce(Sale sale) throws SQLException {
        UUID posting = Postings.id(sale.shop().source().value(), sale.externalId());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (!isNew(sale, posting, now)) {
            return;
        }
        var envelope = new StringBuilder("{\"levels\":[");
        for (int i = 0; i < sale.lines().size(); i++) {
            move(sale, posting, i, now, envelope);
        }
        set(
                insertOutbox,
                (short) Math.floorMod(sale.place().id().hashCode(), SHARDS),
                at(now),
                UUID.randomUUID(),
                sale.shop().tenant().value(),
                envelope.append("]}").toString());
        insertOutbox.executeUpdate();
    }

    private boolean isNew(Sale sale, UUID posting, Instant now) throws SQLException {
        UUID tenant = sale.shop().tenant().value();
        byte[] hash = Postings.content(sale);
        UUID[] items = sale.lines().stream().map(line -> line.item().id()).toArray(UUID[]::new);
        UUID[] places = sale.lines().stream().map(line -> sale.place().id()).toArray(UUID[]::new);
        set(
                insertPosting,
                tenant,
                posting,
                sale.shop().source().value(),
                sale.externalId(),
                hash,
                sale.externalId(),
                at(sale.occurredAt()),
                at(now),
                ledger.createArrayOf("uuid", places),
                ledger.createArrayOf("uuid", items));
        if (insertPosting.executeUpdate() == 1) {
            return true;
        }
        set(readHash, tenant, posting);
        try (var row = readHash.executeQuery()) {
            if (!row.next() || !java.util.Arrays.equals(row.getBytes(1), hash)) {
                throw new IllegalStateException("a conflict was not sent");
            }
        }
        set(insertRepeat, tenant, posting, UUID.randomUUID(), hash, at(now));
        insertRepeat.executeUpdate();
        return false;
    }

    private void move(Sale sale, UUID posting, int place, Instant now, StringBuilder envelope)
            throws SQLException {
        Sale.Line line = sale.lines().get(place);
        List<UUID> key = List.of(sale.shop().tenant().value(), sale.place().id(), line.item().id());
        set(lockLevel, key.get(0), key.get(1), key.get(2));
        try (var level = lockLevel.executeQuery()) {
            if (!level.next() || level.getObject(5) != null) {
                throw new IllegalStateException("levels of the bench are there and not counted");
            }
            long quantity = -line.units() * MILLIONTHS;
            long onHand = level.getLong(1) + quantity;
            long seq = level.getLong(2) + 1;
            OffsetDateTime changed = later(level.getObject(3, OffsetDateTime.class), at(now));
            OffsetDateTime happened = at(sale.occurredAt());
            OffsetDateTime last = later(level.getObject(4, OffsetDateTime.class), happened);
            set(
                    insertMovement,
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    seq,
                    quantity,
                    onHand,
                    happened,
                    changed,
                    posting,
                    place + 1,
                    Integer.toString(place + 1));
            insertMovement.executeUpdate();
            set(updateLevel, onHand, seq, last, changed, key.get(0), key.get(1), key.get(2));
            updateLevel.executeUpdate();
            envelope.append(place == 0 ? "" : ",").append("{\"variant\":\"").append(key.get(2));
            envelope.append("\",\"onHand\":").append(onHand).append(",\"version\":").append(seq);
            envelope.append('}');
        }
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        ledger.close();
    }
}
