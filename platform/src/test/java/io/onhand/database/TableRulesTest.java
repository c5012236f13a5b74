package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every table must have, read from the migrated database. */
class TableRulesTest {

    private static final MigratedDatabase DATABASE = new MigratedDatabase();

    @Test
    void everyTableHasAClass() throws SQLException {
        assertThat(DATABASE.tables(""))
                .hasSameElementsAs(
                        Stream.of("tenant:", "directory:", "system:")
                                .flatMap(TableRulesTest::tables)
                                .toList());
    }

    @Test
    void theTenantLeadsEveryIndexOfItsTables() throws SQLException {
        assertThat(
                        DATABASE.strings(
                                """
                                select i.indexrelid::regclass::text
                                from pg_index i
                                join pg_class t on t.oid = i.indrelid
                                join pg_attribute a on a.attrelid = t.oid
                                    and a.attnum = i.indkey[0]
                                where obj_description(t.oid, 'pg_class') like 'tenant:%'
                                    and a.attname <> 'tenant_id'
                                """))
                .as("indexes in which tenants mix")
                .isEmpty();
    }

    @Test
    void tenantAndDirectoryTablesHaveRowSecurity() throws SQLException {
        assertThat(
                        DATABASE.strings(
                                """
                                select relname from pg_class c
                                where not relrowsecurity and relkind = 'r'
                                    and (obj_description(c.oid, 'pg_class') like 'tenant:%'
                                        or obj_description(c.oid, 'pg_class') like 'directory:%')
                                """))
                .isEmpty();
    }

    @Test
    void nothingIsOwnedByARunningLogin() throws SQLException {
        assertThat(
                        DATABASE.strings(
                                """
                                select distinct tableowner from pg_tables
                                where schemaname = 'public'
                                """))
                .containsExactly(DATABASE.owner().username());
    }

    private static Stream<String> tables(String tableClass) {
        try {
            return DATABASE.tables(tableClass).stream();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
