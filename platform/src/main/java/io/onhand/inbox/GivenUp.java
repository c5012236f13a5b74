package io.onhand.inbox;

import io.onhand.exceptions.ExceptionId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Parts of deliveries about which nothing more is to be done. */
@Component
class GivenUp {

    private final DeliveryEventStatements events;
    private final DeliveryStatements deliveries;

    GivenUp(DeliveryEventStatements events, DeliveryStatements deliveries) {
        this.events = events;
        this.deliveries = deliveries;
    }

    /** Gives up the parts that have this exception. Runs inside the caller's transaction. */
    void parts(ExceptionId exception) {
        List<UUID> told = events.ignore(exception);
        if (!told.isEmpty()) {
            deliveries.update(told);
        }
    }
}
