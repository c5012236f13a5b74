package io.onhand.relay;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Hands rows to the consumers at once: who reads them is who works. */
@Component
@ConditionalOnProperty(name = "onhand.relay", havingValue = "database", matchIfMissing = true)
class DatabaseCarrier implements Carrier {

    private static final Duration EVERY = Duration.ofMillis(250);

    private final WorkDesk desk;

    DatabaseCarrier(WorkDesk desk) {
        this.desk = desk;
    }

    @Override
    public void carry(List<OutboxEvent> rows) {
        desk.hand(rows);
    }

    @Override
    public Duration every() {
        return EVERY;
    }
}
