package io.onhand.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Inserts into the outbox, on the connection of a batch. */
final class OutboxStatements {

    private final Connection connection;

    OutboxStatements(Connection connection) {
        this.connection = connection;
    }

    /** An event on its way out. */
    record Row(int shard, UUID event, UUID tenant, String topic, String envelope) {}

    /**
     * @param createdAt by the machine's clock, because readers look back from it
     */
    void insert(List<Row> rows, Instant createdAt) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into outbox (created_at, shard, event_id, tenant_id, topic, envelope)
                        select ?::timestamptz, shard, id, tenant, topic, envelope
                        from unnest(?::int2[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                            as row (shard, id, tenant, topic, envelope)
                        """)) {
            new Columns<Row>(statement, rows)
                    .sameTime(createdAt)
                    .small(Row::shard)
                    .uuid(Row::event)
                    .uuid(Row::tenant)
                    .text(Row::topic)
                    .text(Row::envelope);
            statement.executeUpdate();
        }
    }
}
