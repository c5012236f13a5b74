package io.onhand.live;

import io.onhand.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the screens of this program which levels changed. Every program reads all of the outbox, so
 * each hub hears of what the others post, too.
 */
@Component
public class LiveHub implements SmartLifecycle {

    /** Watchers that one program serves. */
    public static final int WATCHERS_MAX = 2_000;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveHub() {}

    /**
     * Watches locations of a tenant, from now on. Read what is shown after this call, then apply
     * what has a greater version: so nothing falls between.
     *
     * @param locations codes of locations
     * @throws TooManyWatchers when the program serves {@link #WATCHERS_MAX} already, or stops
     */
    public Watcher watch(TenantId tenant, Set<String> locations) {
        if (!running || watchers.size() >= WATCHERS_MAX) {
            throw new TooManyWatchers();
        }
        var watcher = new Watcher(tenant, locations, watchers::remove);
        watchers.add(watcher);
        return watcher;
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }

    boolean isWatched(TenantId tenant) {
        return watchers.stream().anyMatch(watcher -> watcher.tenant().equals(tenant));
    }

    void tell(TenantId tenant, List<LevelChange> changes) {
        for (Watcher watcher : watchers) {
            if (watcher.tenant().equals(tenant)) {
                watcher.tell(changes);
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Runs before the web server waits for its requests to end: the live ones end now. */
    @Override
    public void stop() {
        running = false;
        watchers.forEach(Watcher::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
