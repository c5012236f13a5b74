package io.onhand.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last frames of a topic, and who hears the next. At most one frame is made in each {@link
 * #FRAME_EVERY_NANOS}; it holds the newest numbers of each SKU that changed meanwhile.
 */
final class TopicRing {

    /** At one frame each 100 ms these are more than two minutes, and never fewer than 1,024. */
    static final int FRAMES_MAX = 1_280;

    /** Characters of all frames kept; only frames of hundreds of SKUs each reach it. */
    static final long CHARACTERS_MAX = 16L << 20;

    static final long FRAME_EVERY_NANOS = 100_000_000;

    /** For so long a row that was overtaken may still arrive; its version is known until then. */
    private static final long VERSIONS_KNOWN_NANOS = 30_000_000_000L;

    private final String topic;
    private final Timer timer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<LiveListener> listeners = new LinkedHashSet<>();
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private final Map<String, LevelChange> pending = new LinkedHashMap<>();
    private Map<String, Long> versions = new HashMap<>();
    private Map<String, Long> olderVersions = Map.of();
    private String epoch = newEpoch();
    private long seq;
    private long characters;
    private boolean scheduled;
    private long madeAt;
    private long turnedAt;
    private long idleSince;

    /** Runs something after a while. */
    interface Timer {
        void after(long nanos, Runnable work);
    }

    TopicRing(String topic, Timer timer, long now) {
        this.topic = topic;
        this.timer = timer;
        this.madeAt = now - FRAME_EVERY_NANOS;
        this.turnedAt = now;
        this.idleSince = now;
    }

    private static String newEpoch() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** Adds a client, who hears first where the ring is and then what it missed. */
    void join(LiveListener listener, @Nullable Position from) {
        lock.lock();
        try {
            var at = new Position(epoch, seq);
            List<Frame> first = new ArrayList<>();
            first.add(Frame.subscribed(topic, at));
            if (from != null) {
                if (holds(from)) {
                    frames.stream()
                            .filter(frame -> frame.position().seq() > from.seq())
                            .forEach(first::add);
                } else {
                    first.add(Frame.reset(topic, at));
                }
            }
            listener.catchUp(first);
            listeners.add(listener);
        } finally {
            lock.unlock();
        }
    }

    private boolean holds(Position from) {
        return from.epoch().equals(epoch) && from.seq() <= seq && from.seq() >= seq - frames.size();
    }

    void leave(LiveListener listener, long now) {
        lock.lock();
        try {
            listeners.remove(listener);
            idleSince = now;
        } finally {
            lock.unlock();
        }
    }

    /** Since when nobody listens; the largest number while somebody does. */
    long idleSince() {
        lock.lock();
        try {
            return listeners.isEmpty() ? idleSince : Long.MAX_VALUE;
        } finally {
            lock.unlock();
        }
    }

    /** Takes note of changes; they are told soon. */
    void offer(List<LevelChange> changes, long now) {
        lock.lock();
        try {
            turnVersions(now);
            for (LevelChange change : changes) {
                if (change.version() > known(change.sku())) {
                    versions.put(change.sku(), change.version());
                    pending.put(change.sku(), change);
                }
            }
            if (!pending.isEmpty() && !scheduled) {
                scheduled = true;
                timer.after(Math.max(0, madeAt + FRAME_EVERY_NANOS - now), this::make);
            }
        } finally {
            lock.unlock();
        }
    }

    private long known(String sku) {
        return versions.getOrDefault(sku, olderVersions.getOrDefault(sku, 0L));
    }

    /** Two maps, the older of which is dropped now and then: only the lately told are known. */
    private void turnVersions(long now) {
        if (now - turnedAt > VERSIONS_KNOWN_NANOS) {
            turnedAt = now;
            olderVersions = versions;
            versions = new HashMap<>();
        }
    }

    private void make() {
        lock.lock();
        try {
            scheduled = false;
            madeAt = System.nanoTime();
            seq++;
            var frame =
                    Frame.levels(topic, new Position(epoch, seq), List.copyOf(pending.values()));
            pending.clear();
            keep(frame);
            listeners.forEach(listener -> listener.hear(frame));
        } finally {
            lock.unlock();
        }
    }

    private void keep(Frame frame) {
        frames.addLast(frame);
        characters += frame.json().length();
        while (frames.size() > FRAMES_MAX || characters > CHARACTERS_MAX) {
            characters -= frames.removeFirst().json().length();
        }
    }

    /** Begins anew, since something may have been missed: all clients are told to read again. */
    void restart() {
        lock.lock();
        try {
            epoch = newEpoch();
            seq = 0;
            frames.clear();
            characters = 0;
            var reset = Frame.reset(topic, new Position(epoch, seq));
            listeners.forEach(listener -> listener.hear(reset));
        } finally {
            lock.unlock();
        }
    }
}
