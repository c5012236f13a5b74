package io.onhand.relay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Where those who write the outbox say that there is something new. */
@Component
public class Relay {

    /** The queues of work; what must keep its order shares one. */
    public static final int SHARDS = 32;

    private final List<Runnable> readers = new CopyOnWriteArrayList<>();

    Relay() {}

    /**
     * Something was committed: readers of this program look at once instead of within a moment.
     * Only a hint; without it nothing is lost.
     */
    public void nudge() {
        readers.forEach(Runnable::run);
    }

    void onNudge(Runnable reader) {
        readers.add(reader);
    }
}
