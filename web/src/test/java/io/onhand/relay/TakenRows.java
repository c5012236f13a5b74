package io.onhand.relay;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;

/** A work consumer of several programs that remembers what they handed to it. */
public final class TakenRows implements WorkConsumer {

    private static final int REFUSED_EVERY = 10;

    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "taken-rows";
    }

    @Override
    public boolean wants(String topic) {
        return true;
    }

    /** Some rows are taken only when they come again. */
    @Override
    public void work(List<OutboxEvent> events) {
        for (OutboxEvent event : events) {
            if (isAwkward(event) && refused.add(event.id())) {
                throw new IllegalStateException("not at once");
            }
        }
        events.forEach(event -> taken.add(event.id()));
    }

    private static boolean isAwkward(OutboxEvent event) {
        return Math.floorMod(event.id().hashCode(), REFUSED_EVERY) == 0;
    }

    /** How many rows were refused once. */
    public int refused() {
        return refused.size();
    }

    public int taken() {
        return taken.size();
    }

    /** Rows of a program's outbox that nobody was handed. */
    public Set<UUID> missing(BeanFactory program) {
        return program.getBean(OutboxQueries.class).idsSince(Instant.EPOCH).stream()
                .filter(id -> !taken.contains(id))
                .collect(Collectors.toSet());
    }
}
