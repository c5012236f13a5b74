package io.onhand.requests;

import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The answers to the current tenant's requests that carried an idempotency key. */
@Component
public class KeptAnswers {

    /** How long an answer is kept. */
    public static final Duration KEPT_FOR = Duration.ofDays(7);

    /** One request in so many also clears away what is kept no longer. */
    private static final int REQUESTS_PER_CLEARING = 64;

    private final KeptAnswerStatements statements;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    KeptAnswers(
            KeptAnswerStatements statements, TenantTransactions transactions, BusinessClock clock) {
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The answer to this request, if it was answered and that is kept. */
    public Optional<KeptAnswer> find(UUID request) {
        return transactions.read(() -> statements.find(request, clock.now()));
    }

    /**
     * Does the work of a request once. The work and the note of its answer are one transaction, so
     * no crash can come between them; the same request meanwhile waits for it.
     *
     * @param request identifies it: caller, route and key
     * @param work may run several times, of which one counts
     * @param keep what to keep of its result
     * @param again makes the result of what was kept, of whatever body
     */
    public <T> T once(
            UUID request,
            byte[] bodyHash,
            Supplier<T> work,
            Function<T, KeptAnswer> keep,
            Function<KeptAnswer, T> again) {
        return transactions.write(
                () -> {
                    Instant now = clock.now();
                    var kept = statements.find(request, now);
                    if (kept.isPresent()) {
                        return again.apply(kept.get());
                    }
                    // first of all, so that whoever else has this request waits here
                    statements.put(request, claim(bodyHash), now, now.plus(KEPT_FOR));
                    T done = work.get();
                    statements.complete(request, keep.apply(done));
                    clearSometimes(request, now);
                    return done;
                });
    }

    /** Keeps a refusal, unless an answer is kept already. */
    public void keep(UUID request, KeptAnswer answer) {
        transactions.write(
                () -> {
                    Instant now = clock.now();
                    clearSometimes(request, now);
                    return statements.put(request, answer, now, now.plus(KEPT_FOR));
                });
    }

    private void clearSometimes(UUID request, Instant now) {
        if (request.getLeastSignificantBits() % REQUESTS_PER_CLEARING == 0) {
            statements.clear(now);
        }
    }

    private static KeptAnswer claim(byte[] bodyHash) {
        return new KeptAnswer(bodyHash, 0, null, "");
    }
}
