package io.onhand.plugins;

import io.onhand.tenancy.Limits;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A turnstile for each connection that asks something. */
@Component
class Turnstiles {

    static final int KEPT_MAX = 10_000;

    private final Limits limits;
    private final ConcurrentMap<UUID, Turnstile> kept = new ConcurrentHashMap<>();

    Turnstiles(Limits limits) {
        this.limits = limits;
    }

    /** The turnstile of a connection if it lets somebody pass in time, else null. */
    @Nullable Turnstile enter(UUID connection, Duration longest) throws InterruptedException {
        if (kept.size() >= KEPT_MAX) {
            // who asks again at once may be a little faster than he may
            kept.values().removeIf(Turnstile::isEmpty);
        }
        var turnstile = kept.computeIfAbsent(connection, _ -> new Turnstile());
        return turnstile.enter(longest, limits.hold()) ? turnstile : null;
    }
}
