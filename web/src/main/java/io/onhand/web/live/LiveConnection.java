package io.onhand.web.live;

import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Permission;
import io.onhand.live.Frame;
import io.onhand.live.LiveHub;
import io.onhand.live.LiveListener;
import io.onhand.live.Pass;
import io.onhand.live.Position;
import io.onhand.live.Topics;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One client: who it is, what it follows, and what waits to be sent to it. */
final class LiveConnection implements LiveListener {

    /** Topics that one connection may follow. */
    static final int TOPICS_MAX = 1_000;

    private final Pass pass;
    private final LiveHub hub;
    private final Topics topics;
    private final Line line;
    private final Outgoing outgoing;
    private final Map<String, LocationId> followed = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Caller caller;
    private volatile boolean tooSlow;
    private boolean left;
    private long pings;

    LiveConnection(Visitor visitor, LiveHub hub, Topics topics, Line line, Outgoing outgoing) {
        this.pass = visitor.pass();
        this.caller = visitor.caller();
        this.hub = hub;
        this.topics = topics;
        this.line = line;
        this.outgoing = outgoing;
    }

    Pass pass() {
        return pass;
    }

    private TenantId tenant() {
        return pass.tenant();
    }

    /** Follows a topic, or says why not. */
    void subscribe(String name, @Nullable Position from) {
        switch (topics.find(caller, name)) {
            case Topics.Found.Closed(var code) -> answer(Message.error(name, code));
            case Topics.Found.Open(var topic, var location) -> {
                if (!follow(name, location)) {
                    answer(Message.error(name, "too-many-topics"));
                    return;
                }
                hub.leave(tenant(), location, this);
                hub.join(tenant(), location, topic.code(), this, from);
                leaveIfGone(location);
            }
        }
    }

    private boolean follow(String name, LocationId location) {
        lock.lock();
        try {
            if (followed.size() >= TOPICS_MAX && !followed.containsKey(name)) {
                return false;
            }
            followed.put(name, location);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The connection may have ended while it joined. */
    private void leaveIfGone(LocationId location) {
        lock.lock();
        try {
            if (left) {
                hub.leave(tenant(), location, this);
            }
        } finally {
            lock.unlock();
        }
    }

    void unsubscribe(String name) {
        lock.lock();
        try {
            LocationId location = followed.remove(name);
            if (location != null) {
                hub.leave(tenant(), location, this);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Follows nothing any more. */
    void leave() {
        lock.lock();
        try {
            left = true;
            followed.values().forEach(location -> hub.leave(tenant(), location, this));
            followed.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The holder's rights were read anew; a lost one ends the connection. */
    void rights(Caller now) {
        if (hasLost(caller, now)) {
            end(Farewell.RIGHTS_WITHDRAWN);
        } else {
            caller = now;
        }
    }

    private boolean hasLost(Caller before, Caller now) {
        for (Permission permission : Permission.values()) {
            if (before.role().may(permission) && !now.role().may(permission)) {
                return true;
            }
        }
        return isNarrower(before, now);
    }

    private boolean isNarrower(Caller before, Caller now) {
        return switch (now.limit()) {
            case LocationLimit.Everywhere() -> false;
            case LocationLimit.Only(var allowed) ->
                    switch (before.limit()) {
                        case LocationLimit.Everywhere() -> true;
                        case LocationLimit.Only(var had) -> !allowed.containsAll(had);
                    };
        };
    }

    /** Says that the server is there. */
    void ping() {
        answer(Message.ping(++pings));
    }

    void answer(Message message) {
        if (outgoing.add(message)) {
            line.wake();
        } else if (end(Farewell.TOO_SLOW)) {
            tooSlow = true;
            line.abandon();
        }
    }

    /** Whether it was ended because too much waited for it. */
    boolean wasTooSlow() {
        return tooSlow;
    }

    /** Ends it; what waits is not sent any more. */
    boolean end(Farewell farewell) {
        boolean first = outgoing.end(farewell);
        line.wake();
        return first;
    }

    @Override
    public void hear(Frame frame) {
        answer(Message.of(frame));
    }

    @Override
    public void catchUp(List<Frame> frames) {
        outgoing.addAsked(frames.stream().map(Message::of).toList());
        line.wake();
    }
}
