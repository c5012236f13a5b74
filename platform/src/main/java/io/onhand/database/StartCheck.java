package io.onhand.database;

import io.onhand.database.AccessQueries.CatalogPolicy;
import io.onhand.database.AccessQueries.Table;
import io.onhand.database.AccessQueries.Who;
import io.onhand.database.ExpectedAccess.Policy;
import io.onhand.database.ExpectedAccess.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves with each pool, before anything else uses it, that the database separates tenants: no
 * login stands above row-level security, every tenant table has it, and policies and grants are
 * those of the migrations, no more and no less.
 */
final class StartCheck {

    private static final int FAULTS_TOLD_MAX = 10;

    private final ExpectedAccess expected;
    private final Map<DatabaseRole, Login> logins;
    private final List<String> faults = new ArrayList<>();

    private StartCheck(ExpectedAccess expected, Map<DatabaseRole, Login> logins) {
        this.expected = expected;
        this.logins = logins;
    }

    static void run(Pools pools, Map<DatabaseRole, Login> logins, Dialect dialect) {
        var check = new StartCheck(ExpectedAccess.read(dialect), logins);
        for (DatabaseRole role : DatabaseRole.values()) {
            check.checkLogin(role, new AccessQueries(pools.of(role)));
        }
        check.checkPolicies(new AccessQueries(pools.of(DatabaseRole.APP)).policies());
        check.refuseIfFaulty();
    }

    private void checkLogin(DatabaseRole role, AccessQueries queries) {
        Who who = queries.who();
        if (who.superuser() || who.bypassesRowSecurity()) {
            faults.add("the login " + who.name() + " stands above row-level security");
            return;
        }
        List<Table> tables = queries.tables();
        for (Table table : tables) {
            checkTable(role, who, table);
        }
        TreeSet<String> missing = expected.tables();
        tables.forEach(table -> missing.remove(table.name()));
        if (!missing.isEmpty() && role == DatabaseRole.APP) {
            faults.add("the schema lacks " + missing + ": run 'onhand migrate' as the owner");
        }
    }

    private void checkTable(DatabaseRole role, Who who, Table table) {
        if (table.owned()) {
            // It may do everything there; the grants say nothing more.
            faults.add("the login " + who.name() + " owns the table " + table.name());
            return;
        }
        boolean ofTenant = table.comment() != null && table.comment().startsWith("tenant:");
        if (role == DatabaseRole.APP && ofTenant && !table.rowSecurity()) {
            faults.add("row-level security is off on the table " + table.name());
        }
        if (!expected.tables().contains(table.name())) {
            // Made by a newer program: its grants are that program's to check.
            return;
        }
        TreeSet<String> wanted = expected.commands(table.name(), role);
        TreeSet<String> held = held(table);
        for (String command : wanted) {
            if (!held.contains(command)) {
                faults.add(grant(command, table, who) + " is missing");
            }
        }
        for (String command : held) {
            if (!wanted.contains(command)) {
                faults.add(grant(command, table, who) + " must be revoked");
            }
        }
    }

    private static TreeSet<String> held(Table table) {
        var held = new TreeSet<String>();
        addIf(table.selects(), "select", held);
        addIf(table.inserts(), "insert", held);
        addIf(table.updates(), "update", held);
        addIf(table.deletes(), "delete", held);
        addIf(table.truncates(), "truncate", held);
        return held;
    }

    private static void addIf(boolean holds, String command, TreeSet<String> held) {
        if (holds) {
            held.add(command);
        }
    }

    private static String grant(String command, Table table, Who who) {
        return "the grant of " + command + " on " + table.name() + " to " + who.name();
    }

    private void checkPolicies(List<CatalogPolicy> policies) {
        Map<String, CatalogPolicy> found =
                policies.stream().collect(Collectors.toMap(CatalogPolicy::name, policy -> policy));
        for (String table : expected.tables()) {
            expected.policiesOf(table)
                    .forEach(
                            (name, policy) -> checkPolicy(name, table, policy, found.remove(name)));
        }
        for (CatalogPolicy policy : found.values()) {
            if (expected.tables().contains(policy.table())) {
                faults.add(named(policy.name(), policy.table()) + " must be dropped");
            }
        }
    }

    private void checkPolicy(
            String name, String table, Policy wanted, @Nullable CatalogPolicy found) {
        if (found == null || !found.table().equals(table)) {
            faults.add(named(name, table) + " is missing");
            return;
        }
        Login login = logins.get(wanted.role());
        boolean right =
                found.command().toLowerCase(Locale.ROOT).equals("all")
                        && found.permissive().toLowerCase(Locale.ROOT).equals("permissive")
                        && login != null
                        && found.roles().equals(login.username())
                        && rows(found.using()) == wanted.using()
                        && rows(found.check()) == wanted.check();
        if (!right) {
            faults.add(named(name, table) + " is not the one of the migrations");
        }
    }

    private static String named(String policy, String table) {
        return "the policy " + policy + " on " + table;
    }

    private static @Nullable Rows rows(@Nullable String condition) {
        try {
            return condition == null ? null : Rows.of(condition);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void refuseIfFaulty() {
        if (faults.isEmpty()) {
            return;
        }
        throw new StartRefused(
                "The database does not keep tenants apart as it must: "
                        + faults.stream()
                                .limit(FAULTS_TOLD_MAX)
                                .collect(Collectors.joining("; ", "", "."))
                        + (faults.size() > FAULTS_TOLD_MAX
                                ? " And " + (faults.size() - FAULTS_TOLD_MAX) + " more."
                                : ""),
                "Mend it as the owner of the tables, or restore the grants of the migrations.");
    }
}
