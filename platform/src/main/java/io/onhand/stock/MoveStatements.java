package io.onhand.stock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a batch does to levels, on its connection: movements, the levels' new numbers, and the
 * events that tell of them. Three statements that the driver sends in one message, because with few
 * postings in a batch its time is that of its messages.
 */
final class MoveStatements {

    private static final String WRITE =
            """
            insert into stock_movement (tenant_id, location_id, variant_id, level_seq,
                account, bucket, type, quantity, balance_after, effective_at,
                recorded_at, posting_id, line_no, line, counted, corrects_seq,
                because_seq, reason)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int8[],
                ?::int2[], ?::text[], ?::text[], ?::int8[], ?::int8[],
                ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::int4[], ?::text[],
                ?::int8[], ?::int8[], ?::int8[], ?::text[]);
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
                and l.variant_id = d.variant and l.last_seq = d.seq_read;
            insert into outbox (created_at, shard, event_id, tenant_id, topic, envelope)
            select ?::timestamptz, shard, id, tenant, topic, envelope
            from unnest(?::int2[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                as row (shard, id, tenant, topic, envelope)
            """;

    private final Connection connection;

    MoveStatements(Connection connection) {
        this.connection = connection;
    }

    /** An event on its way out. */
    record Event(int shard, UUID id, UUID tenant, String topic, String envelope) {}

    private record Change(LevelKey key, LevelFold fold, Instant recordedAt) {

        List<Move> moves() {
            return fold.rows().stream().map(row -> new Move(key, recordedAt, row)).toList();
        }
    }

    private record Move(LevelKey level, Instant recordedAt, MovementRow movement) {}

    /**
     * Writes all of it, if there is any.
     *
     * @param createdAt of the events, by the machine's clock, because readers look back from it
     */
    void write(Batch batch, Instant createdAt) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<LevelKey, LevelFold> level : batch.changedLevels()) {
            LevelFold fold = level.getValue();
            changes.add(new Change(level.getKey(), fold, Levels.recordedAt(fold, batch.now())));
        }
        if (changes.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(WRITE)) {
            Columns<Move> moves = bindMoves(statement, changes);
            bindEvents(bindLevels(moves, changes), Outbox.events(batch), createdAt);
            statement.execute();
            if (rowsOfSecond(statement) != changes.size()) {
                throw new IllegalStateException("a level changed under its lock");
            }
        }
    }

    private static Columns<Move> bindMoves(PreparedStatement statement, Collection<Change> changes)
            throws SQLException {
        List<Move> moves = changes.stream().flatMap(change -> change.moves().stream()).toList();
        return new Columns<Move>(statement, moves)
                .uuid(move -> move.level().tenant().value())
                .uuid(move -> move.level().location().value())
                .uuid(move -> move.level().variant().value())
                .number(move -> move.movement().seq())
                .small(move -> (int) move.movement().account().code())
                .text(move -> move.movement().bucket())
                .text(move -> move.movement().type().word())
                .number(move -> move.movement().quantity())
                .number(move -> move.movement().balanceAfter())
                .time(move -> move.movement().effectiveAt())
                .time(Move::recordedAt)
                .uuid(move -> move.movement().origin().posting().value())
                .small(move -> move.movement().origin().no())
                .text(move -> move.movement().origin().line())
                .number(move -> move.movement().counted())
                .number(move -> move.movement().corrects())
                .number(move -> move.movement().because())
                .text(move -> move.movement().reason());
    }

    private static Columns<Change> bindLevels(Columns<?> after, Collection<Change> changes)
            throws SQLException {
        return after.<Change>then(changes)
                .uuid(change -> change.key().tenant().value())
                .uuid(change -> change.key().location().value())
                .uuid(change -> change.key().variant().value())
                .number(change -> change.fold().state().balances().onHand())
                .number(change -> change.fold().state().balances().committed())
                .number(change -> change.fold().state().balances().unavailable())
                .number(change -> change.fold().state().balances().incoming())
                .number(change -> change.fold().state().balances().inTransit())
                .number(change -> change.fold().state().lastSeq())
                .time(change -> change.fold().state().lastEffectiveAt())
                .time(change -> change.fold().state().lastCountAt())
                .time(Change::recordedAt)
                .number(change -> change.fold().read().lastSeq());
    }

    private static void bindEvents(Columns<?> after, Collection<Event> events, Instant createdAt)
            throws SQLException {
        after.<Event>then(events)
                .sameTime(createdAt)
                .small(Event::shard)
                .uuid(Event::id)
                .uuid(Event::tenant)
                .text(Event::topic)
                .text(Event::envelope);
    }

    private static int rowsOfSecond(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getUpdateCount();
    }
}
