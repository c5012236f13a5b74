package io.onhand.sync;

import io.onhand.leases.ProgramRole;
import io.onhand.leases.ProgramRoles;
import io.onhand.leases.WorkLoop;
import io.onhand.tenancy.MachineClock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs a loop for each kind of turn where plugins run. */
@Component
class TurnLoops implements SmartLifecycle {

    private final List<Task> tasks;
    private final TurnStatements turns;
    private final MachineClock clock;
    private final TurnNudge nudge;
    private final ProgramRoles roles;
    private final List<WorkLoop> loops = new ArrayList<>();

    TurnLoops(
            List<Task> tasks,
            TurnStatements turns,
            MachineClock clock,
            TurnNudge nudge,
            ProgramRoles roles) {
        this.tasks = tasks;
        this.turns = turns;
        this.clock = clock;
        this.nudge = nudge;
        this.roles = roles;
    }

    @Override
    public synchronized void start() {
        if (roles.has(ProgramRole.PLUGINS)) {
            for (Task task : tasks) {
                var due = new DueTurns(task, turns, clock, nudge.of(task.kind()));
                loops.add(new WorkLoop("sync-" + task.kind().word(), due, DueTurns.STOP_MAX));
            }
        }
        loops.forEach(WorkLoop::start);
    }

    @Override
    public synchronized void stop() {
        loops.forEach(WorkLoop::stop);
        loops.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !loops.isEmpty();
    }

    /** After the ledger's lanes have started, and before they stop. */
    @Override
    public int getPhase() {
        return 1;
    }
}
