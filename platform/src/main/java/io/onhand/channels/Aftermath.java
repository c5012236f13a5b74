package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.tenancy.TenantTransactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is written once the ledger has answered: in one transaction, and often nothing at all. */
@Component
class Aftermath {

    private final UnappliedEvents unapplied;
    private final Shortfalls shortfalls;
    private final TenantTransactions transactions;

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
        return transactions.write(
                () -> {
                    List<EventResult> kept = unapplied.keep(intake, answers.unapplied());
                    Map<Shortfall, ExceptionId> all = new HashMap<>(open);
                    all.putAll(shortfalls.raise(fresh));
                    return answers.complete(kept, all);
                });
    }
}
