package io.onhand.live;

import io.onhand.relay.Relay;
import io.onhand.stock.BatchPosted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the relay of each batch that the ledger of this program commits. */
@Component
class BatchNudge {

    private final Relay relay;

    BatchNudge(Relay relay) {
        this.relay = relay;
    }

    @EventListener
    void posted(BatchPosted batch) {
        relay.nudge();
    }
}
