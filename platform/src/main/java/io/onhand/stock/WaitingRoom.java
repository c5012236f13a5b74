package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that waits to be posted by this program. A request comes in as a whole or not at all;
 * of a document one posting at a time is in a lane, the next one follows when it has its outcome.
 */
class WaitingRoom {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<TenantId, TenantQueue> tenants = new HashMap<>();
    private final List<Turns> lanes;
    private boolean open;

    WaitingRoom(int lanes) {
        this.lanes = IntStream.range(0, lanes).mapToObj(lane -> new Turns()).toList();
    }

    int lanes() {
        return lanes.size();
    }

    void open() {
        locked(() -> open = true);
    }

    /** Takes no more; the lanes end when what is there has its outcome. */
    void close() {
        locked(() -> open = false);
    }

    /** Lines that wait or are being posted. */
    int lines() {
        lock.lock();
        try {
            return tenants.values().stream().mapToInt(TenantQueue::lines).sum();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets a request of one tenant in.
     *
     * @throws QueueFull when there is no room for all of it
     * @throws LedgerUnavailable when the program is stopping
     */
    void enter(TenantId tenant, List<Waiting> request) {
        int lines = request.stream().mapToInt(Waiting::lines).sum();
        locked(
                () -> {
                    if (!open) {
                        throw stopping();
                    }
                    var queue = tenants.getOrDefault(tenant, new TenantQueue());
                    if (!queue.hasRoom(lines)) {
                        throw new QueueFull(lines);
                    }
                    tenants.put(tenant, queue);
                    for (Waiting posting : request) {
                        if (queue.enter(posting)) {
                            lane(posting).addLast(posting);
                        }
                    }
                });
    }

    /** Waits until something is in the lane and takes a batch of it; empty when all is over. */
    List<Waiting> take(int lane) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (lanes.get(lane).isEmpty()) {
                if (!open && tenants.isEmpty()) {
                    return List.of();
                }
                changed.await();
            }
            return lanes.get(lane).take();
        } finally {
            lock.unlock();
        }
    }

    /** These have their outcome: those behind them may go. */
    void posted(List<Waiting> batch) {
        locked(
                () -> {
                    for (Waiting posting : batch.reversed()) {
                        Waiting next = leave(posting);
                        if (next != null) {
                            lane(next).addFirst(next);
                        }
                    }
                });
    }

    /**
     * These have no outcome, so those behind them get none either.
     *
     * @return all of them
     */
    List<Waiting> failed(List<Waiting> batch) {
        List<Waiting> all = new ArrayList<>();
        locked(
                () -> {
                    Deque<Waiting> left = new ArrayDeque<>(batch);
                    while (!left.isEmpty()) {
                        Waiting posting = left.removeFirst();
                        all.add(posting);
                        Waiting next = leave(posting);
                        if (next != null) {
                            left.addFirst(next);
                        }
                    }
                });
        return all;
    }

    /** What no lane has taken yet, removed from the lanes. */
    List<Waiting> clear() {
        List<Waiting> rest = new ArrayList<>();
        locked(() -> lanes.forEach(lane -> rest.addAll(lane.clear())));
        return rest;
    }

    static LedgerUnavailable stopping() {
        return new LedgerUnavailable(
                "the program is stopping; nothing was posted", new InterruptedException());
    }

    private @Nullable Waiting leave(Waiting posting) {
        TenantQueue queue = tenants.get(posting.tenant());
        if (queue == null) {
            throw new IllegalStateException("left twice: " + posting.document());
        }
        Waiting next = queue.leave(posting);
        if (queue.isEmpty()) {
            tenants.remove(posting.tenant());
        }
        return next;
    }

    private Turns lane(Waiting posting) {
        return lanes.get(posting.lane(lanes.size()));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
