package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each login tries each command on each table; what it may is written down here, by hand. */
class GrantMatrixTest {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();
    private static final List<String> COMMANDS = List.of("select", "insert", "update", "delete");

    private static final Map<String, String> FIRST_COLUMNS = new TreeMap<>();

    @BeforeAll
    static void readFirstColumns() throws SQLException {
        for (String named :
                DATABASE.strings(
                        """
                        select table_name || '=' || column_name
                        from information_schema.columns
                        where table_schema = 'public' and ordinal_position = 1
                        """)) {
            String[] parts = named.split("=");
            FIRST_COLUMNS.put(parts[0], parts[1]);
        }
    }

    @Test
    void theLedgersLoginDoesWhatTheLedgerDoesAndNoMore() throws SQLException {
        var expected = new TreeMap<String, String>();
        expected.put("stock_level", "select insert update");
        expected.put("stock_posting", "select insert");
        expected.put("stock_posting_repeat", "select insert");
        expected.put("stock_movement", "select insert");
        expected.put("stock_count_anchor", "select insert");
        expected.put("stock_count_revocation", "select insert");
        expected.put("stock_document", "select insert update");
        expected.put("stock_document_line", "select insert update");
        expected.put("reservation", "select insert update");
        expected.put("reservation_line", "select insert update");
        expected.put("stock_hold", "select");
        expected.put("location", "select");
        expected.put("variant", "select");
        expected.put("outbox", "insert");
        assertThat(allowed(DatabaseRole.LEDGER)).isEqualTo(expected);
    }

    @Test
    void theDoorFindsTheTenantAndBringsInDeliveriesAndNothingElse() throws SQLException {
        Map<String, String> allowed = allowed(DatabaseRole.DOOR);
        assertThat(allowed.remove("delivery")).isEqualTo("insert");
        assertThat(allowed.remove("delivery_work")).isEqualTo("insert");
        assertThat(allowed.keySet()).isSubsetOf(DATABASE.tables("directory:"));
        assertThat(allowed.values()).containsOnly("select");
    }

    @Test
    void theSystemLoginSeesNoBusinessTable() throws SQLException {
        Map<String, String> allowed = allowed(DatabaseRole.SYSTEM);
        assertThat(allowed.keySet()).isSubsetOf(DATABASE.tables("system:"));
    }

    @Test
    void appendOnlyTablesRefuseUpdateAndDeleteToEverybody() throws SQLException {
        List<String> appendOnly =
                DATABASE.strings(
                        """
                        select relname from pg_class c
                        where obj_description(c.oid, 'pg_class') like '%append-only%'
                        """);
        assertThat(appendOnly).contains("stock_movement", "stock_posting", "audit_entry");
        for (DatabaseRole role : DatabaseRole.values()) {
            Map<String, String> allowed = allowed(role);
            for (String table : appendOnly) {
                assertThat(allowed.getOrDefault(table, ""))
                        .as(role + " on " + table)
                        .doesNotContain("update", "delete");
            }
        }
    }

    private static Map<String, String> allowed(DatabaseRole role) throws SQLException {
        var allowed = new TreeMap<String, String>();
        try (Connection connection = DATABASE.as(role)) {
            for (String table : new TreeSet<>(DATABASE.tables(""))) {
                var commands = new ArrayList<String>();
                for (String command : COMMANDS) {
                    if (works(connection, command, table)) {
                        commands.add(command);
                    }
                }
                if (!commands.isEmpty()) {
                    allowed.put(table, String.join(" ", commands));
                }
            }
        }
        return allowed;
    }

    /** Tries on no row: a right is checked before rows are looked for. */
    private static boolean works(Connection connection, String command, String table)
            throws SQLException {
        String sql =
                switch (command) {
                    case "select" -> "select 1 from " + table + " where false";
                    case "insert" -> "insert into " + table + " select where false";
                    case "update" ->
                            "update "
                                    + table
                                    + " set "
                                    + FIRST_COLUMNS.get(table)
                                    + " = null where false";
                    case "delete" -> "delete from " + table + " where false";
                    default -> throw new IllegalArgumentException(command);
                };
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(sql + ": " + e.getMessage()).isEqualTo("42501");
            return false;
        }
    }
}
