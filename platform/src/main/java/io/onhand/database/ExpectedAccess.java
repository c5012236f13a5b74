package io.onhand.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the migrations grant, read from the migrations themselves: nobody keeps a second list. The
 * start compares it with what the database says.
 */
final class ExpectedAccess {

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern STATEMENT = Pattern.compile("(?:'(?:[^']|'')*'|[^;'])+");
    private static final Pattern GRANT =
            Pattern.compile("(grant|revoke) ([a-z, ]+) on (\\w+) (?:to|from) \\$\\{(\\w+)}");
    private static final Pattern POLICY =
            Pattern.compile(
                    "create policy (\\w+) on (\\w+) for all to \\$\\{(\\w+)} using \\((.*)\\)"
                            + " with check \\((.*)\\)");
    private static final Pattern DROP_POLICY = Pattern.compile("drop policy (\\w+) on (\\w+)");
    private static final Pattern DROP_TABLE = Pattern.compile("drop table (\\w+)");

    private final Map<String, Map<DatabaseRole, TreeSet<String>>> grants = new TreeMap<>();
    private final Map<String, Map<String, Policy>> policies = new TreeMap<>();

    /**
     * A policy for all commands of one role.
     *
     * @param using which rows the role sees
     * @param check which rows it may write
     */
    record Policy(DatabaseRole role, Rows using, Rows check) {}

    /** The three conditions that our policies use. */
    enum Rows {
        OF_TENANT,
        ALL,
        NONE;

        /** Reads a condition as written by us or as printed by a database. */
        static Rows of(String condition) {
            if (condition.contains("onhand.tenant_id") && condition.contains("tenant_id =")) {
                return OF_TENANT;
            }
            return switch (condition.strip()) {
                case "true" -> ALL;
                case "false" -> NONE;
                default -> throw new IllegalArgumentException("policy condition: " + condition);
            };
        }
    }

    static ExpectedAccess read(Dialect dialect) {
        var access = new ExpectedAccess();
        var resources = new PathMatchingResourcePatternResolver();
        var files = new ArrayList<Resource>();
        try {
            for (String folder : List.of("common", dialect.folder())) {
                String pattern = "classpath*:db/migration/" + folder + "/**/*.sql";
                files.addAll(Arrays.asList(resources.getResources(pattern)));
            }
            files.sort(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
            for (Resource file : files) {
                access.apply(file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return access;
    }

    private void apply(String sql) {
        Matcher statements = STATEMENT.matcher(COMMENT.matcher(sql).replaceAll(""));
        while (statements.find()) {
            applyStatement(statements.group().strip().replaceAll("\\s+", " "));
        }
    }

    private void applyStatement(String text) {
        String verb = text.toLowerCase(Locale.ROOT);
        if (verb.startsWith("grant ") || verb.startsWith("revoke ")) {
            applyGrant(matched(GRANT, text));
        } else if (verb.startsWith("create policy ")) {
            Matcher policy = matched(POLICY, text);
            policies.computeIfAbsent(policy.group(2), table -> new TreeMap<>())
                    .put(
                            policy.group(1),
                            new Policy(
                                    role(policy.group(3)),
                                    Rows.of(policy.group(4)),
                                    Rows.of(policy.group(5))));
        } else if (verb.startsWith("drop policy ")) {
            Matcher policy = matched(DROP_POLICY, text);
            policiesOf(policy.group(2)).remove(policy.group(1));
        } else if (verb.startsWith("drop table ")) {
            Matcher table = matched(DROP_TABLE, text);
            grants.remove(table.group(1));
            policies.remove(table.group(1));
        }
    }

    private void applyGrant(Matcher grant) {
        TreeSet<String> commands =
                grants.computeIfAbsent(grant.group(3), table -> new EnumMap<>(DatabaseRole.class))
                        .computeIfAbsent(role(grant.group(4)), role -> new TreeSet<>());
        List<String> named = List.of(grant.group(2).strip().split("\\s*,\\s*"));
        if (grant.group(1).equals("grant")) {
            commands.addAll(named);
        } else {
            commands.removeAll(named);
        }
    }

    /** A form that is not understood must not be passed over: it may grant something. */
    private static Matcher matched(Pattern pattern, String statement) {
        Matcher matcher = pattern.matcher(statement);
        if (!matcher.matches()) {
            throw new IllegalStateException(
                    "not in the form that the start can check: " + statement);
        }
        return matcher;
    }

    private static DatabaseRole role(String placeholder) {
        return DatabaseRole.valueOf(placeholder.toUpperCase(Locale.ROOT));
    }

    /** Every table that is granted to somebody. */
    TreeSet<String> tables() {
        return new TreeSet<>(grants.keySet());
    }

    /** The commands that the role may use on the table: {@code select}, {@code insert} … */
    TreeSet<String> commands(String table, DatabaseRole role) {
        Map<DatabaseRole, TreeSet<String>> roles = grants.getOrDefault(table, Map.of());
        return roles.getOrDefault(role, new TreeSet<>());
    }

    /** The table's policies by name. */
    Map<String, Policy> policiesOf(String table) {
        return policies.getOrDefault(table, new TreeMap<>());
    }
}
