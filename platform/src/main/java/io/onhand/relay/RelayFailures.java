package io.onhand.relay;

import io.onhand.database.Retry;
import io.onhand.tenancy.MachineClock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What consumers of the relay could not take yet, and trying it again before its pause is over. */
@Component
public class RelayFailures {

    private final FailureQueries queries;
    private final FailureStatements statements;
    private final MachineClock clock;
    private final Retry retry;

    RelayFailures(
            FailureQueries queries, FailureStatements statements, MachineClock clock, Retry retry) {
        this.queries = queries;
        this.statements = statements;
        this.clock = clock;
        this.retry = retry;
    }

    /** The oldest, at most so many. */
    public List<RelayFailure> oldest(int limit) {
        return queries.oldest(limit);
    }

    /** What a consumer could not take, unless it has it by now. */
    public Optional<RelayFailure> find(String consumer, UUID event) {
        return queries.find(consumer, event);
    }

    /** Lets the consumer have it again at once; what it has by now is left alone. */
    public void tryAgain(String consumer, UUID event) {
        retry.call(
                () -> {
                    statements.hasten(consumer, event, clock.now());
                    return event;
                });
    }
}
