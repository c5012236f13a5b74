package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.plugin.Declaration;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a till what is here, as a count. */
@Component
class OurNumbers {

    private final PluginRunner plugins;
    private final PushQueries queries;
    private final PushStatements statements;
    private final TurnStatements turns;
    private final TurnNudge nudge;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final MachineClock machine;

    OurNumbers(
            PluginRunner plugins,
            PushQueries queries,
            PushStatements statements,
            TurnStatements turns,
            TurnNudge nudge,
            TenantTransactions transactions,
            BusinessClock clock,
            MachineClock machine) {
        this.plugins = plugins;
        this.queries = queries;
        this.statements = statements;
        this.turns = turns;
        this.nudge = nudge;
        this.transactions = transactions;
        this.clock = clock;
        this.machine = machine;
    }

    /** Whether a till can be told at all. */
    boolean canBeTold(Connection connection) {
        return connection.mode() == Mode.LIVE
                && plugins.declaration(connection.plugin()).map(Declaration::pushMax).orElse(0) > 0;
    }

    /** Has it told; how many. A till counts nothing below zero. Must not run in a transaction. */
    long tell(Connection connection, List<Compared> levels) {
        if (levels.isEmpty() || !canBeTold(connection)) {
            return 0;
        }
        int added =
                transactions.write(
                        () ->
                                statements.add(
                                        connection.id(),
                                        changes(connection, levels),
                                        machine.now()));
        turns.call(connection.id(), Turn.Kind.PUSH, machine.now());
        nudge.wake(Turn.Kind.PUSH);
        return added;
    }

    private List<Change> changes(Connection connection, List<Compared> levels) {
        List<Change> changes = new ArrayList<>();
        Instant now = clock.now();
        for (Compared one : levels) {
            if (one.ours().signum() < 0) {
                continue;
            }
            int again =
                    1 + queries.told(connection.id(), one.location(), one.variant(), one.version());
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
                            now));
        }
        return changes;
    }
}
