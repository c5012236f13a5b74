package io.onhand.live;

import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One screen that watches some locations of a tenant. What waits for it is kept once per level, the
 * newest version only, and never more than {@link #LEVELS_WAITING_MAX}: a screen that falls behind
 * by more is closed and reads again.
 */
public final class Watcher implements AutoCloseable {

    /** Levels that may wait for one watcher. */
    public static final int LEVELS_WAITING_MAX = 2_000;

    private final TenantId tenant;
    private final Set<String> locations;
    private final Consumer<Watcher> onClose;
    private final Map<Place, LevelChange> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private boolean open = true;

    private record Place(String location, String sku) {}

    Watcher(TenantId tenant, Set<String> locations, Consumer<Watcher> onClose) {
        this.tenant = tenant;
        this.locations = Set.copyOf(locations);
        this.onClose = onClose;
    }

    TenantId tenant() {
        return tenant;
    }

    void tell(List<LevelChange> changes) {
        lock.lock();
        try {
            for (LevelChange change : changes) {
                if (locations.contains(change.location())) {
                    waiting.merge(
                            new Place(change.location(), change.sku()), change, Watcher::newer);
                }
            }
            if (!waiting.isEmpty()) {
                something.signal();
            }
        } finally {
            lock.unlock();
        }
        if (waitingTooMany()) {
            close();
        }
    }

    private static LevelChange newer(LevelChange one, LevelChange other) {
        return other.version() > one.version() ? other : one;
    }

    private boolean waitingTooMany() {
        lock.lock();
        try {
            return waiting.size() > LEVELS_WAITING_MAX;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What changed since the last call. Waits while nothing has.
     *
     * @param patience how long to wait at most
     * @return empty when nothing came in that time or the watcher is closed
     */
    public List<LevelChange> await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (open && waiting.isEmpty() && nanos > 0) {
                nanos = something.awaitNanos(nanos);
            }
            var changes = open ? new ArrayList<>(waiting.values()) : List.<LevelChange>of();
            waiting.clear();
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** False after {@link #close}, when it was too slow, and when the program stops. */
    public boolean isOpen() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open = false;
            waiting.clear();
            something.signal();
        } finally {
            lock.unlock();
        }
        onClose.accept(this);
    }
}
