package io.onhand.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts some row of a tenant into any table, whatever its columns. */
final class SampleRow {

    private static final Pattern ONE_OF =
            Pattern.compile("\\(?\\(?(\\w+)\\)?(?:::text)? = ANY \\(.*?'([^']+)'");

    private SampleRow() {}

    private record Column(String name, String type) {}

    /** The insert of a row that satisfies the table's conditions, as SQL. */
    static String insert(MigratedDatabase database, String table, UUID tenant) throws SQLException {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        List<String> checks = checks(database, table);
        for (Column column : columns(database, table)) {
            names.add(column.name());
            values.add(
                    column.name().equals("tenant_id") ? "'" + tenant + "'" : value(column, checks));
        }
        return "insert into "
                + table
                + " ("
                + String.join(", ", names)
                + ") values ("
                + String.join(", ", values)
                + ")";
    }

    private static List<Column> columns(MigratedDatabase database, String table)
            throws SQLException {
        try (Connection connection = database.asOwner();
                var statement =
                        connection.prepareStatement(
                                """
                                select column_name, data_type from information_schema.columns
                                where table_schema = 'public' and table_name = ?
                                    and is_generated = 'NEVER'
                                """)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                var columns = new ArrayList<Column>();
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
                return columns;
            }
        }
    }

    private static List<String> checks(MigratedDatabase database, String table)
            throws SQLException {
        return database.strings(
                "select pg_get_constraintdef(oid) from pg_constraint where contype = 'c' and"
                        + " conrelid = '"
                        + table
                        + "'::regclass");
    }

    /** Ones, since our conditions ask for what is not negative, or one of the words they list. */
    private static String value(Column column, List<String> checks) {
        for (String check : checks) {
            Matcher oneOf = ONE_OF.matcher(check);
            if (oneOf.find() && oneOf.group(1).equals(column.name())) {
                return "'" + oneOf.group(2) + "'";
            }
        }
        return switch (column.type()) {
            case "uuid" -> "'" + UUID.randomUUID() + "'";
            case "bigint", "integer", "smallint" -> "1";
            case "boolean" -> "true";
            case "timestamp with time zone" -> "'2026-01-01T00:00:00Z'";
            case "date" -> "'2026-01-01'";
            case "bytea" -> "'\\x01'";
            case "ARRAY" -> "'{}'";
            case "jsonb" -> "'{}'";
            default -> "'x'";
        };
    }
}
