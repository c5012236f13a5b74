package io.onhand.channels;

import io.onhand.stock.LevelsMoved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens and closes the exceptions about levels that something else than a source event moved. */
@Component
class ShortfallAlarm {

    private static final Logger log = LoggerFactory.getLogger(ShortfallAlarm.class);

    private final Aftermath aftermath;

    ShortfallAlarm(Aftermath aftermath) {
        this.aftermath = aftermath;
    }

    /** What was posted stands, whether this can be written or not. */
    @EventListener
    void moved(LevelsMoved moved) {
        try {
            var moves = new Moves();
            moved.levels().forEach(moves::add);
            aftermath.of(moves);
        } catch (RuntimeException e) {
            log.warn("Exceptions about {} stay as they were", moved, e);
        }
    }
}
