package io.onhand.stock;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Rows as the parameters of a statement that takes a whole batch: one array for each column, in the
 * order in which the columns are named here. Values travel in binary: as text, the driver and the
 * server spend a fifth of a batch's time on writing and reading ids and times.
 *
 * @param <T> a row
 */
final class Columns<T> {

    /** From where the server counts microseconds. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final int HEADER = 5 * Integer.BYTES;
    private static final int MAY_HOLD_NULLS = 1;
    private static final int NULL = -1;

    /**
     * A type of values of one length.
     *
     * @param element its number in the server
     * @param array the number of its arrays
     */
    private record Kind(int element, int array, int bytes) {}

    private final PreparedStatement statement;
    private final List<T> rows;
    private int parameter;

    Columns(PreparedStatement statement, Collection<? extends T> rows) {
        this(statement, rows, 0);
    }

    private Columns(PreparedStatement statement, Collection<? extends T> rows, int parameter) {
        this.statement = statement;
        this.rows = List.copyOf(rows);
        this.parameter = parameter;
    }

    /** Goes on with other rows, for the next statement of the same message. */
    <N> Columns<N> then(Collection<? extends N> next) {
        return new Columns<>(statement, next, parameter);
    }

    Columns<T> uuid(Function<? super T, @Nullable UUID> column) throws SQLException {
        return binary(
                new Kind(Oid.UUID, Oid.UUID_ARRAY, 2 * Long.BYTES),
                column,
                (to, id) ->
                        to.putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits()));
    }

    Columns<T> text(Function<? super T, @Nullable String> column) throws SQLException {
        @Nullable String[] values = rows.stream().map(column).toArray(String[]::new);
        statement.setArray(++parameter, statement.getConnection().createArrayOf("text", values));
        return this;
    }

    Columns<T> bytes(Function<? super T, byte[]> column) throws SQLException {
        Connection connection = statement.getConnection();
        byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
        statement.setArray(++parameter, connection.createArrayOf("bytea", values));
        return this;
    }

    Columns<T> number(Function<? super T, @Nullable Long> column) throws SQLException {
        return binary(new Kind(Oid.INT8, Oid.INT8_ARRAY, Long.BYTES), column, ByteBuffer::putLong);
    }

    Columns<T> small(Function<? super T, @Nullable Integer> column) throws SQLException {
        return binary(
                new Kind(Oid.INT4, Oid.INT4_ARRAY, Integer.BYTES), column, ByteBuffer::putInt);
    }

    Columns<T> time(Function<? super T, @Nullable Instant> column) throws SQLException {
        return binary(
                new Kind(Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY, Long.BYTES),
                column,
                (to, time) -> to.putLong(ChronoUnit.MICROS.between(EPOCH, time)));
    }

    /** Ids of one row as the text of an array, because arrays of arrays have one length. */
    Columns<T> uuids(Function<? super T, ? extends Collection<UUID>> column) throws SQLException {
        return text(
                row ->
                        column.apply(row).stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(",", "{", "}")));
    }

    /** A time that all rows share, as the next parameter. */
    Columns<T> sameTime(Instant time) throws SQLException {
        statement.setObject(++parameter, time.atOffset(ZoneOffset.UTC));
        return this;
    }

    /** A number that all rows share, as the next parameter. */
    Columns<T> sameNumber(long number) throws SQLException {
        statement.setLong(++parameter, number);
        return this;
    }

    /** In the server's own form: one dimension from 1, each value behind its length. */
    private <V> Columns<T> binary(
            Kind kind,
            Function<? super T, ? extends @Nullable V> column,
            BiConsumer<ByteBuffer, V> put)
            throws SQLException {
        var to = ByteBuffer.allocate(HEADER + rows.size() * (Integer.BYTES + kind.bytes()));
        to.putInt(1).putInt(MAY_HOLD_NULLS).putInt(kind.element()).putInt(rows.size()).putInt(1);
        for (T row : rows) {
            V value = column.apply(row);
            if (value == null) {
                to.putInt(NULL);
            } else {
                put.accept(to.putInt(kind.bytes()), value);
            }
        }
        byte[] used = Arrays.copyOf(to.array(), to.position());
        var connection = statement.getConnection().unwrap(BaseConnection.class);
        statement.setArray(++parameter, new PgArray(connection, kind.array(), used));
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
