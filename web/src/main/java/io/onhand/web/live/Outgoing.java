package io.onhand.web.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client. The messages are shared with the rings and other clients, so
 * that a slow one costs little; when too much waits, nothing more is taken.
 */
final class Outgoing {

    static final int FRAMES_MAX = 1_024;

    /** Characters, nearly all of one byte. */
    static final long SIZE_MAX = 1 << 20;

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int frames;
    private long size;
    private @Nullable Farewell farewell;

    /**
     * @param counted false for what a client asked for at once when it joined: that is no slowness
     */
    private record Waiting(Message message, boolean counted) {}

    /** Takes a message; false if the client is too slow for it. */
    boolean add(Message message) {
        lock.lock();
        try {
            if (frames >= FRAMES_MAX || size + message.json().length() > SIZE_MAX) {
                return false;
            }
            frames++;
            size += message.json().length();
            put(new Waiting(message, true));
            return true;
        } finally {
            lock.unlock();
        }
    }

    void addAsked(List<Message> messages) {
        lock.lock();
        try {
            messages.forEach(message -> put(new Waiting(message, false)));
        } finally {
            lock.unlock();
        }
    }

    private void put(Waiting one) {
        if (farewell == null) {
            waiting.addLast(one);
            changed.signal();
        }
    }

    /** Drops what waits: the next that is sent is the farewell. The first one counts. */
    boolean end(Farewell with) {
        lock.lock();
        try {
            if (farewell != null) {
                return false;
            }
            farewell = with;
            waiting.clear();
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Why it ended, if it did. */
    @Nullable Farewell farewell() {
        lock.lock();
        try {
            return farewell;
        } finally {
            lock.unlock();
        }
    }

    /** The next message, if one waits. */
    @Nullable Message poll() {
        lock.lock();
        try {
            Waiting first = waiting.pollFirst();
            if (first == null) {
                return null;
            }
            if (first.counted()) {
                frames--;
                size -= first.message().json().length();
            }
            return first.message();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something, a message or the farewell. */
    void await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            while (waiting.isEmpty() && farewell == null && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is nothing to do: no message, and no farewell. */
    boolean isQuiet() {
        lock.lock();
        try {
            return waiting.isEmpty() && farewell == null;
        } finally {
            lock.unlock();
        }
    }
}
