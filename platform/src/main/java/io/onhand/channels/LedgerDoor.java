package io.onhand.channels;

import io.onhand.stock.LedgerUnavailable;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.StockLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** Posts what is ready among some readings, and waits for the answers. */
@Component
class LedgerDoor {

    private final StockLedger ledger;

    LedgerDoor(StockLedger ledger) {
        this.ledger = ledger;
    }

    /** What was posted and what became of it. */
    record Answered(Reading.Ready ready, Outcome outcome) {}

    /** Posts those that are ready; the answers are in their order. */
    List<Answered> post(List<Reading> readings) {
        return post(readings, false);
    }

    /** The same for events that are held. */
    List<Answered> settle(List<Reading> readings) {
        return post(readings, true);
    }

    private List<Answered> post(List<Reading> readings, boolean held) {
        List<Reading.Ready> ready = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Ready one) {
                ready.add(one);
                postings.add(held ? one.posting().settlingHeld() : one.posting());
            }
        }
        List<CompletableFuture<Outcome>> futures = ledger.submit(postings);
        try {
            List<Answered> answers = new ArrayList<>(ready.size());
            for (int i = 0; i < ready.size(); i++) {
                answers.add(new Answered(ready.get(i), futures.get(i).join()));
            }
            return answers;
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
