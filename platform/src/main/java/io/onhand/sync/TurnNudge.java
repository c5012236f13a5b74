package io.onhand.sync;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Wakes the loops of this program; what it misses, their next look finds. */
@Component
class TurnNudge {

    private final Map<Turn.Kind, Semaphore> woken = new EnumMap<>(Turn.Kind.class);

    TurnNudge() {
        for (Turn.Kind kind : Turn.Kind.values()) {
            woken.put(kind, new Semaphore(0));
        }
    }

    Semaphore of(Turn.Kind kind) {
        return Objects.requireNonNull(woken.get(kind));
    }

    void wake(Turn.Kind kind) {
        of(kind).release();
    }
}
