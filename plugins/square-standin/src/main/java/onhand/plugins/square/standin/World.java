package onhand.plugins.square.standin;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** All that the stand-in knows, changed by one act at a time. */
final class World implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Tables tables = new Tables();
    private final StandInSettings settings;
    private final HookPlan plan;
    private final Journal journal;
    private volatile Consumer<List<ObjectNode>> announced = hooks -> {};
    private boolean broken;

    World(StandInSettings settings, HookPlan plan) {
        this.settings = settings;
        this.plan = plan;
        this.journal = Journal.open(settings.directory(), tables);
    }

    /** Who is told of the webhooks of each act, after it is kept. */
    void announceTo(Consumer<List<ObjectNode>> sender) {
        announced = sender;
    }

    <T> T read(Function<Tables, T> question) {
        lock.lock();
        try {
            return question.apply(tables);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does something and keeps it. What is refused must be refused before the first fact.
     *
     * @return when everything is on the disk
     */
    <T> T act(Function<Act, T> work) {
        Act act;
        T result;
        long end;
        lock.lock();
        try {
            act = begin();
            result = work(act, work);
            end = keep(act);
        } finally {
            lock.unlock();
        }
        journal.force(end);
        announced.accept(act.hooks());
        return result;
    }

    /** Keeps something that may be lost when the machine dies: it would only be done again. */
    void note(Consumer<Act> work) {
        lock.lock();
        try {
            if (broken) {
                return;
            }
            Act act = begin();
            work.accept(act);
            keep(act);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            broken = true;
            journal.close();
        } finally {
            lock.unlock();
        }
    }

    private Act begin() {
        if (broken) {
            throw new IllegalStateException("The stand-in is closed or could not keep something.");
        }
        return new Act(tables, settings, plan);
    }

    private long keep(Act act) {
        broken = true;
        long end = journal.append(act.facts());
        broken = false;
        return end;
    }

    private <T> T work(Act act, Function<Act, T> work) {
        boolean whole = false;
        try {
            T result = work.apply(act);
            act.end();
            whole = true;
            return result;
        } finally {
            broken = !whole && !act.facts().isEmpty();
        }
    }
}
