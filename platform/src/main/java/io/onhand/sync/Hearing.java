package io.onhand.sync;

import io.onhand.inbox.TillHeard;
import io.onhand.stock.RepeatStatements;
import io.onhand.stock.SourceId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what deliveries tell of a till's stock, and notes which of our own changes came back, in
 * the transaction that keeps the delivery.
 */
@Component
class Hearing {

    private final TillStockStatements stock;
    private final PushStatements pushes;
    private final RepeatStatements repeats;

    Hearing(TillStockStatements stock, PushStatements pushes, RepeatStatements repeats) {
        this.stock = stock;
        this.pushes = pushes;
        this.repeats = repeats;
    }

    @EventListener
    void heard(TillHeard heard) {
        SourceId till = heard.connection().id();
        stock.put(till, heard.seen(), heard.receivedAt());
        if (!heard.echoes().isEmpty()) {
            repeats.echoes(
                    pushes.echoed(till, heard.echoes(), heard.receivedAt()),
                    heard.delivery(),
                    heard.receivedAt());
        }
    }
}
