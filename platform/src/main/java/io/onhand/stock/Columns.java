package io.onhand.stock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the parameters of a statement that takes a whole batch: one array for each column, in the
 * order in which the columns are named here.
 *
 * @param <T> a row
 */
final class Columns<T> {

    private final PreparedStatement statement;
    private final List<T> rows;
    private int parameter;

    Columns(PreparedStatement statement, Collection<? extends T> rows) {
        this.statement = statement;
        this.rows = List.copyOf(rows);
    }

    Columns<T> uuid(Function<? super T, @Nullable UUID> column) throws SQLException {
        return bind("uuid", column);
    }

    Columns<T> text(Function<? super T, @Nullable String> column) throws SQLException {
        return bind("text", column);
    }

    Columns<T> bytes(Function<? super T, byte[]> column) throws SQLException {
        Connection connection = statement.getConnection();
        byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
        statement.setArray(++parameter, connection.createArrayOf("bytea", values));
        return this;
    }

    Columns<T> number(Function<? super T, @Nullable Long> column) throws SQLException {
        return bind("int8", column);
    }

    Columns<T> small(Function<? super T, @Nullable Integer> column) throws SQLException {
        return bind("int4", column);
    }

    Columns<T> time(Function<? super T, @Nullable Instant> column) throws SQLException {
        return bind("timestamptz", column);
    }

    /** Ids of one row as the text of an array, because arrays of arrays have one length. */
    Columns<T> uuids(Function<? super T, ? extends Collection<UUID>> column) throws SQLException {
        return bind(
                "text",
                row ->
                        column.apply(row).stream()
                                .map(UUID::toString)
                                .collect(java.util.stream.Collectors.joining(",", "{", "}")));
    }

    /** A time that all rows share, as the next parameter. */
    Columns<T> sameTime(Instant time) throws SQLException {
        statement.setObject(++parameter, time.atOffset(ZoneOffset.UTC));
        return this;
    }

    private Columns<T> bind(String type, Function<? super T, ? extends @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(rows.get(i));
            values[i] =
                    value instanceof Instant || value instanceof UUID ? value.toString() : value;
        }
        statement.setArray(++parameter, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant timeIfAny(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable Long numberIfAny(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
