package io.onhand.sync;

import io.onhand.inbox.TillHeard;
import io.onhand.stock.RepeatStatements;
import io.onhand.stock.SourceId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what deliveries tell of a till's stock, notes which of our own changes came back, and has
 * asked for what changed, in the transaction that keeps the delivery.
 */
@Component
class Hearing {

    private final TillStockStatements stock;
    private final PushStatements pushes;
    private final RepeatStatements repeats;
    private final PullCalls calls;

    Hearing(
            TillStockStatements stock,
            PushStatements pushes,
            RepeatStatements repeats,
            PullCalls calls) {
        this.stock = stock;
        this.pushes = pushes;
        this.repeats = repeats;
        this.calls = calls;
    }

    @EventListener
    void heard(TillHeard heard) {
        SourceId till = heard.connection().id();
        stock.put(till, heard.seen(), heard.receivedAt());
        if (!heard.changed().isEmpty()) {
            calls.call(till, heard.changed());
        }
        if (!heard.echoes().isEmpty()) {
            repeats.echoes(
                    pushes.echoed(till, heard.echoes(), heard.receivedAt()),
                    heard.delivery(),
                    heard.receivedAt());
        }
    }
}
