package io.onhand.sync;

import io.onhand.audit.AuditTrail;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionChanged;
import io.onhand.plugins.PluginRunner;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives connections their turns, and lets people pause them. */
@Component
public class ConnectionStands {

    private final PluginRunner plugins;
    private final ConnectionStandStatements stands;
    private final PushRemovalStatements pushes;
    private final TurnStatements turns;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final MachineClock machine;

    ConnectionStands(
            PluginRunner plugins,
            ConnectionStandStatements stands,
            PushRemovalStatements pushes,
            TurnStatements turns,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock,
            MachineClock machine) {
        this.plugins = plugins;
        this.stands = stands;
        this.pushes = pushes;
        this.turns = turns;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.machine = machine;
    }

    /** A plugin that names no host has nobody to ask. */
    @EventListener
    void changed(ConnectionChanged change) {
        Connection now = change.now();
        boolean asks =
                plugins.declaration(now.plugin())
                        .filter(declared -> !declared.hosts().isEmpty())
                        .isPresent();
        if (!asks) {
            return;
        }
        stands.add(now.id());
        turns.add(now.id(), machine.now());
        Connection before = change.before();
        if (before == null || before.mode() != now.mode()) {
            boolean live = now.mode() == Connection.Mode.LIVE;
            stands.pushFrom(now.id(), live ? clock.now() : null);
            pushes.endAll(now.id(), "No longer live.", clock.now());
        }
    }

    /** Lets a connection neither ask nor tell by itself, from its next turn on. */
    public void pause(SourceId connection) {
        pause(connection, true);
    }

    /** Ends a pause. What was to be told meanwhile is told then. */
    public void resume(SourceId connection) {
        if (pause(connection, false)) {
            turns.callNow(connection, Turn.Kind.PULL, machine.now());
            turns.callNow(connection, Turn.Kind.PUSH, machine.now());
        }
    }

    private boolean pause(SourceId connection, boolean paused) {
        return transactions.write(
                () -> {
                    boolean changed = stands.pause(connection, paused);
                    if (changed) {
                        trail.record(
                                paused ? "pause" : "resume",
                                "connection",
                                connection.value().toString(),
                                null,
                                Map.of("paused", paused));
                    }
                    return changed;
                });
    }
}
