package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.tenancy.TenantTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
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
        Set<Shortfall> low = answers.shortfalls();
        Map<Shortfall, ExceptionId> open = low.isEmpty() ? Map.of() : shortfalls.open(low);
        Set<Shortfall> fresh = Shortfalls.without(low, open);
        if (answers.unapplied().isEmpty() && fresh.isEmpty()) {
            return answers.complete(List.of(), open);
        }
        ReentrantLock turn = turns.get(Math.floorMod(intake.tenant().hashCode(), TURNS));
        turn.lock();
        try {
            Written written = transactions.write(() -> write(intake, answers, fresh));
            shortfalls.remember(written.raised());
            Map<Shortfall, ExceptionId> all = new HashMap<>(open);
            all.putAll(written.raised());
            return answers.complete(written.kept(), all);
        } finally {
            turn.unlock();
        }
    }

    private record Written(List<EventResult> kept, Map<Shortfall, ExceptionId> raised) {}

    private Written write(Intake intake, Answers answers, Set<Shortfall> fresh) {
        return new Written(unapplied.keep(intake, answers.unapplied()), shortfalls.raise(fresh));
    }
}
