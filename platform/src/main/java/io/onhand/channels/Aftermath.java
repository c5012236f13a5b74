package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is written once the ledger has answered: in one transaction, and often nothing at all. */
@Component
class Aftermath {

    private static final int TURNS = 64;

    private final UnappliedEvents unapplied;
    private final Shortfalls shortfalls;
    private final TenantTransactions transactions;

    /**
     * The senders of a tenant often open the same exceptions. They take turns here, so that in the
     * database only programs meet, and few transactions lose a race.
     */
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toList();

    Aftermath(UnappliedEvents unapplied, Shortfalls shortfalls, TenantTransactions transactions) {
        this.unapplied = unapplied;
        this.shortfalls = shortfalls;
        this.transactions = transactions;
    }

    /** Keeps what was not applied, opens what a person should settle, and gives all answers. */
    List<EventResult> of(Intake intake, Answers answers) {
        Written written =
                write(
                        answers.moves(),
                        answers.unapplied().isEmpty(),
                        () -> unapplied.keep(intake, answers.unapplied()));
        return answers.complete(written.kept(), written.open());
    }

    /** The same where no event asks what was opened. */
    void of(Moves moves) {
        write(moves, true, List::of);
    }

    private record Written(List<EventResult> kept, Map<Shortfall, ExceptionId> open) {}

    private Written write(Moves moves, boolean allApplied, Supplier<List<EventResult>> keep) {
        Map<Shortfall, ExceptionId> open = shortfalls.open(moves);
        Set<Shortfall> fresh = Shortfalls.without(moves.low(), open);
        Set<Shortfall> ended = moves.ended();
        if (allApplied && fresh.isEmpty() && ended.isEmpty()) {
            return new Written(List.of(), open);
        }
        ReentrantLock turn = turns.get(Math.floorMod(CurrentTenant.id().hashCode(), TURNS));
        turn.lock();
        try {
            Written written = transactions.write(() -> write(keep, fresh, ended));
            shortfalls.remember(written.open(), ended);
            Map<Shortfall, ExceptionId> all = new HashMap<>(open);
            all.putAll(written.open());
            return new Written(written.kept(), all);
        } finally {
            turn.unlock();
        }
    }

    private Written write(
            Supplier<List<EventResult>> keep, Set<Shortfall> fresh, Set<Shortfall> ended) {
        var written = new Written(keep.get(), shortfalls.raise(fresh));
        shortfalls.close(ended);
        return written;
    }
}
