package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.plugin.Declaration;
import io.onhand.plugins.PluginRunner;
import io.onhand.sync.Comparing.Key;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells a till what is here, as a count. */
@Component
class OurNumbers {

    private final PluginRunner plugins;
    private final TillNames till;
    private final PushQueries queries;
    private final PushStatements statements;
    private final TurnStatements turns;
    private final TurnNudge nudge;
    private final TenantTransactions transactions;
    private final MachineClock machine;

    OurNumbers(
            PluginRunner plugins,
            TillNames till,
            PushQueries queries,
            PushStatements statements,
            TurnStatements turns,
            TurnNudge nudge,
            TenantTransactions transactions,
            MachineClock machine) {
        this.plugins = plugins;
        this.till = till;
        this.queries = queries;
        this.statements = statements;
        this.turns = turns;
        this.nudge = nudge;
        this.transactions = transactions;
        this.machine = machine;
    }

    /** Whether a till can be told at all. */
    boolean canBeTold(Connection connection) {
        return connection.mode() == Mode.LIVE && canBeToldOnceLive(connection);
    }

    /** Whether its plugin tells it numbers. */
    boolean canBeToldOnceLive(Connection connection) {
        return plugins.declaration(connection.plugin()).map(Declaration::pushMax).orElse(0) > 0;
    }

    /** Whether it can be told the count of a level. A till counts nothing below zero. */
    boolean canBeTold(Connection connection, Compared level) {
        return canBeTold(connection)
                && level.ours().signum() >= 0
                && countable(connection, List.of(level)).contains(level.key());
    }

    /** Levels of which it can be told a count. */
    Set<Key> countable(Connection connection, List<Compared> levels) {
        return till.single(connection, levels.stream().map(Compared::key).toList());
    }

    /**
     * Has it told; how many. A till counts nothing below zero. Must not run in a transaction.
     *
     * @param at before our numbers were read: what happens there from then on is no part of them
     */
    long tell(Connection connection, List<Compared> levels, Instant at) {
        if (levels.isEmpty() || !canBeTold(connection)) {
            return 0;
        }
        Set<Key> countable = countable(connection, levels);
        List<Compared> told = levels.stream().filter(one -> countable.contains(one.key())).toList();
        int added =
                transactions.write(
                        () ->
                                statements.add(
                                        connection.id(),
                                        changes(connection, told, at),
                                        machine.now()));
        turns.call(connection.id(), Turn.Kind.PUSH, machine.now());
        nudge.wake(Turn.Kind.PUSH);
        return added;
    }

    private List<Change> changes(Connection connection, List<Compared> levels, Instant at) {
        List<Change> changes = new ArrayList<>();
        for (Compared one : levels) {
            if (one.ours().signum() < 0) {
                continue;
            }
            int again =
                    1
                            + queries.toldAgain(
                                    connection.id(), one.location(), one.variant(), one.version());
            var key = new ChangeKey(one.location(), one.variant(), one.version(), again);
            changes.add(
                    new Change(
                            key.text(),
                            one.location(),
                            one.variant(),
                            one.version(),
                            null,
                            one.seen().item(),
                            one.seen().location(),
                            "count",
                            one.ours(),
                            at));
        }
        return changes;
    }
}
