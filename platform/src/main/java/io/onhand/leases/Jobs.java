package io.onhand.leases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Periodic work of this program, from its start to its end. Nothing of it runs where the program is
 * no worker. Several workers run the same job: it takes a lease, or is harmless when done twice.
 */
@Component
public class Jobs implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private final ProgramRoles roles;
    private final List<Job> jobs = new ArrayList<>();
    private final List<ScheduledExecutorService> runners = new ArrayList<>();

    Jobs(ProgramRoles roles) {
        this.roles = roles;
    }

    /**
     * Runs a job from the program's start on; each has a thread of its own.
     *
     * @param pause from the end of one run to the beginning of the next, and before the first
     * @param name what its thread and its log are called
     */
    public synchronized void every(Duration pause, String name, Runnable work) {
        jobs.add(new Job(pause, name, work));
    }

    @Override
    public synchronized void start() {
        if (roles.has(ProgramRole.WORKER)) {
            jobs.forEach(this::start);
        }
    }

    private void start(Job job) {
        var runner =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(job.name()).factory());
        long pause = job.pause().toMillis();
        runner.scheduleWithFixedDelay(job::run, pause, pause, TimeUnit.MILLISECONDS);
        runners.add(runner);
    }

    @Override
    public synchronized void stop() {
        runners.forEach(ScheduledExecutorService::shutdownNow);
        runners.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !runners.isEmpty();
    }

    private record Job(Duration pause, String name, Runnable work) {

        /** What fails is told and comes again; an exception here would end the schedule. */
        void run() {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("The job {} failed; it runs again in {}", name, pause, e);
            }
        }
    }
}
