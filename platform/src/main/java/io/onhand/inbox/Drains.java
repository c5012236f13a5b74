package io.onhand.inbox;

import io.onhand.leases.ProgramRoles;
import io.onhand.leases.WorkLoop;
import io.onhand.tenancy.MachineClock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs a drain for each stage whose role this program has. */
@Component
class Drains implements SmartLifecycle {

    private final List<Stage> stages;
    private final WorkStatements work;
    private final InboxSettings settings;
    private final MachineClock clock;
    private final Nudge nudge;
    private final ProgramRoles roles;
    private final List<WorkLoop> drains = new ArrayList<>();

    Drains(
            List<Stage> stages,
            WorkStatements work,
            InboxSettings settings,
            MachineClock clock,
            Nudge nudge,
            ProgramRoles roles) {
        this.stages = stages;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
        this.nudge = nudge;
        this.roles = roles;
    }

    @Override
    public synchronized void start() {
        for (Stage stage : stages) {
            if (roles.has(stage.role())) {
                var drain = new Drain(stage, work, settings, clock, nudge);
                drains.add(new WorkLoop("inbox-" + stage.kind().word(), drain, Drain.STOP_MAX));
            }
        }
        drains.forEach(WorkLoop::start);
    }

    @Override
    public synchronized void stop() {
        drains.forEach(WorkLoop::stop);
        drains.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !drains.isEmpty();
    }

    /** After the ledger's lanes have started, and before they stop. */
    @Override
    public int getPhase() {
        return 1;
    }
}
