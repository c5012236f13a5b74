package io.onhand.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One SQL text serves PostgreSQL and CockroachDB, and row-level security must not hide an index.
 * The grammar is another check's business ({@code tools/sql-grammar}).
 */
class SqlRulesTest {

    /** What one of the two databases refuses, ignores or understands otherwise. */
    private static final Map<String, String> DENIED = new LinkedHashMap<>();

    /** What stays above row-level security, so that a whole tenant is read. */
    private static final Map<String, String> NOT_PUSHED_DOWN = new LinkedHashMap<>();

    static {
        DENIED.put("\\bskip locked\\b", "skips rows that nobody holds; claim by update");
        DENIED.put("\\b(pg_)?(try_)?advisory_", "does nothing on CockroachDB");
        DENIED.put("\\b(listen|notify)\\b|pg_notify", "not there on CockroachDB");
        DENIED.put("^merge\\b|; merge\\b", "not there on CockroachDB");
        DENIED.put("\\b(small|big)?serial\\b|\\bsequence\\b|nextval", "ids are made in Java");
        DENIED.put("generated (always|by default) as identity", "ids are made in Java");
        DENIED.put("\\b(int|integer)\\b(?!\\[)", "is 8 bytes there and 4 here: say int4 or bigint");
        DENIED.put("\\b(real|float\\d?|double precision)\\b", "quantities are exact");
        DENIED.put("nulls not distinct|deferrable|initially deferred", "refused by CockroachDB");
        DENIED.put("exclude using|partition (by|of) |inherits|tablespace", "refused");
        DENIED.put("temporary|\\btemp table\\b|unlogged", "ignored or refused");
        DENIED.put("create (domain|rule|trigger|view|function|extension|collation)", "differs");
        DENIED.put("using (brin|gist|gin|hash)\\b", "differs");
        DENIED.put("index concurrently|lock table|\\bvacuum\\b|\\bcluster\\b", "differs");
        DENIED.put("on conflict \\([^)]*\\(", "an expression is refused as conflict target");
        DENIED.put("overriding system value|where current of|tablesample|with ties", "refused");
        DENIED.put("group by (rollup|cube|grouping sets)|grouping sets", "refused");
        DENIED.put("\\b(xmin|ctid|txid_current)\\b|pg_stat_", "PostgreSQL's inside");
        DENIED.put("returning (old|new)\\.", "means another table on CockroachDB");
        DENIED.put("\\bisnull\\b|\\bnotnull\\b", "say is null");
        DENIED.put("\\bfor share\\b", "locks nothing under SERIALIZABLE on CockroachDB");
        DENIED.put("make_interval|=>", "named arguments are refused");
        DENIED.put("\\btruncate\\b", "not undone and not seen by policies");
        DENIED.put("@\\?|is json|json_table|jsonb_path", "refused");
        DENIED.put("row_security|bypassrls", "no login stands above the policies");
        DENIED.put("set (session|role)\\b|set_config\\([^)]*false", "outlives its transaction");

        NOT_PUSHED_DOWN.put("\\b(i?like|similar to)\\b", "search by ranges of variant_term");
        NOT_PUSHED_DOWN.put("@>|<@|&&| ~\\*? ", "not leakproof");
        NOT_PUSHED_DOWN.put(
                "\\b(where|and|or|on) (not )?\\(?(lower|upper|substring|substr|left|right|trim|abs"
                        + "|length|date_trunc|extract|to_char|md5|coalesce|concat|split_part"
                        + "|starts_with|position|strpos)\\(",
                "a function over a column hides its index");
    }

    @Test
    void oneTextServesBothDatabases() {
        var wrong = new ArrayList<String>();
        SqlText.ofMigrations().forEach(text -> find(DENIED, text, wrong));
        SqlText.ofClasses().stream()
                .filter(text -> !text.place().equals("AccessQueries.java"))
                .forEach(text -> find(DENIED, text, wrong));
        assertThat(wrong).isEmpty();
    }

    @Test
    void conditionsReachTheIndexBelowRowSecurity() {
        var wrong = new ArrayList<String>();
        SqlText.ofClasses().forEach(text -> find(NOT_PUSHED_DOWN, text, wrong));
        assertThat(wrong).isEmpty();
    }

    @Test
    void structureAndRowsAreChangedByMigrationsOfTheirOwn() {
        List<String> mixed =
                SqlText.ofMigrations().stream()
                        .filter(text -> text.sql().matches(".*(^|; )(insert|update|delete) .*"))
                        .filter(text -> text.sql().matches(".*(^|; )(create|alter|drop) .*"))
                        .map(SqlText::place)
                        .toList();
        assertThat(mixed).as("CockroachDB changes structure outside the transaction").isEmpty();
    }

    @Test
    void noStatementIsBuiltFromPieces() {
        var pieces =
                Pattern.compile("\"\"\"\\s*(\\+|\\.formatted|\\.replace|\\.concat)|\\+\\s*\"\"\"");
        List<String> built =
                SqlText.homes().stream()
                        .filter(
                                path ->
                                        pieces.matcher(String.join("\n", Sources.lines(path)))
                                                .find())
                        .map(path -> path.getFileName().toString())
                        .toList();
        assertThat(built).as("a name in a text block is a hole in it").isEmpty();
    }

    @Test
    void thereIsSqlToLookAt() {
        assertThat(SqlText.ofMigrations()).hasSizeGreaterThan(15);
        assertThat(SqlText.ofClasses()).hasSizeGreaterThan(30);
    }

    private static void find(Map<String, String> rules, SqlText text, List<String> wrong) {
        String sql = text.sql().replaceAll("'(?:[^']|'')*'", "''");
        rules.forEach(
                (pattern, because) -> {
                    var found = Pattern.compile(pattern).matcher(sql);
                    if (found.find()) {
                        wrong.add(text.place() + ": '" + found.group() + "': " + because);
                    }
                });
    }
}
