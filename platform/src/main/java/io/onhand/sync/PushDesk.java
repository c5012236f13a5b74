package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.plugin.Observation;
import io.onhand.plugin.PushAnswer.Refusal;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what is pushed before it is tried, and what became of it. */
@Component
class PushDesk {

    private static final String NOT_FOR_A_DAY = "The vendor could not be told for a day.";

    /** It was told too late, and nothing was done; vendors take a change for so long only. */
    private static final String BAD_TIME = "bad-time";

    /** A number of ours is not too old for any vendor until then. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final PushQueries queries;
    private final PushStatements statements;
    private final TillStockStatements stock;
    private final ConnectionStandStatements stands;
    private final DriftAlarm alarm;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final MachineClock machine;
    private final SyncMeters meters;

    PushDesk(
            PushQueries queries,
            PushStatements statements,
            TillStockStatements stock,
            ConnectionStandStatements stands,
            DriftAlarm alarm,
            TenantTransactions transactions,
            BusinessClock clock,
            MachineClock machine,
            SyncMeters meters) {
        this.queries = queries;
        this.statements = statements;
        this.stock = stock;
        this.stands = stands;
        this.alarm = alarm;
        this.transactions = transactions;
        this.clock = clock;
        this.machine = machine;
        this.meters = meters;
    }

    /** The push that was tried before, or else one of what waits; empty if nothing does. */
    Optional<OpenPush> next(Connection connection, int together) {
        return queries.open(connection.id()).or(() -> open(connection, together));
    }

    private Optional<OpenPush> open(Connection connection, int together) {
        return transactions.write(
                () -> {
                    List<Change> waiting = queries.waiting(connection.id(), false, together);
                    if (waiting.isEmpty()) {
                        waiting = queries.waiting(connection.id(), true, 1);
                    }
                    return waiting.isEmpty()
                            ? Optional.<OpenPush>empty()
                            : Optional.of(open(connection, waiting));
                });
    }

    private OpenPush open(Connection connection, List<Change> waiting) {
        List<Change> inOrder = new ArrayList<>(waiting);
        inOrder.sort(
                Comparator.comparing(Change::occurredAt)
                        .thenComparingLong(Change::levelSeq)
                        .thenComparing(Change::key));
        var push =
                new OpenPush(
                        Region.of(connection.id().value()).newId(),
                        clock.now(),
                        machine.now(),
                        List.copyOf(inOrder));
        statements.open(connection.id(), push);
        return push;
    }

    void applied(Connection connection, OpenPush push, List<Observation> seen) {
        boolean ended =
                transactions.write(
                        () -> {
                            if (!statements.end(push, "applied", null, clock.now())) {
                                return false;
                            }
                            statements.endChanges(
                                    connection.id(),
                                    push,
                                    push.changes(),
                                    "applied",
                                    null,
                                    clock.now());
                            stock.put(connection.id(), SeenStock.usable(seen), clock.now());
                            return true;
                        });
        if (ended) {
            meters.told(push.changes().size());
        }
    }

    /**
     * Those that are refused are a person's business; the others are told again without them. A
     * change that is too old is told once more by another push, of now; in place of a count, which
     * would undo what happened since, our number is told after a look at the till.
     */
    void refused(Connection connection, OpenPush push, List<Refusal> refusals) {
        Map<String, Refusal> byChange = new HashMap<>();
        refusals.forEach(refusal -> byChange.put(refusal.change(), refusal));
        List<Change> others =
                push.changes().stream().filter(c -> !byChange.containsKey(c.key())).toList();
        if (others.size() == push.changes().size()) {
            refusedWhole(connection, push, "The vendor does not say which change it refuses.");
            return;
        }
        transactions.write(
                () -> {
                    if (!statements.end(push, "refused", null, clock.now())) {
                        return false;
                    }
                    List<Change> late =
                            push.changes().stream()
                                    .filter(c -> isLate(c, byChange.get(c.key())))
                                    .toList();
                    Set<String> again = statements.retime(connection.id(), push, late);
                    if (late.stream().anyMatch(c -> c.isCount() && again.contains(c.key()))) {
                        stands.reconcileNext(connection.id(), machine.now());
                    }
                    for (Change change : push.changes()) {
                        Refusal refusal = byChange.get(change.key());
                        if (refusal != null && !again.contains(change.key())) {
                            end(connection, push, change, "refused", refusal.message());
                        }
                    }
                    statements.release(connection.id(), push, others, false);
                    return true;
                });
    }

    /** A number of ours that was read just now is refused for something else than its age. */
    private boolean isLate(Change change, @Nullable Refusal refusal) {
        boolean fresh =
                change.posting() == null && change.occurredAt().isAfter(clock.now().minus(FRESH));
        return refusal != null && refusal.code().equals(BAD_TIME) && !fresh;
    }

    /** One of them is to blame, and the others need not suffer for it: each is told alone. */
    void refusedWhole(Connection connection, OpenPush push, String why) {
        transactions.write(
                () -> {
                    if (!statements.end(push, "failed", Ended.cut(why), clock.now())) {
                        return false;
                    }
                    if (push.changes().size() == 1) {
                        end(connection, push, push.changes().getFirst(), "refused", why);
                    } else {
                        statements.release(connection.id(), push, push.changes(), true);
                    }
                    return true;
                });
    }

    /** A day of trying was in vain: a person has to look. */
    void givenUp(Connection connection, OpenPush push) {
        giveUp(connection, push, NOT_FOR_A_DAY);
    }

    /** Something was taken under its key before; told under another it may be done twice. */
    void takenBefore(Connection connection, OpenPush push, String why) {
        giveUp(connection, push, why);
    }

    private void giveUp(Connection connection, OpenPush push, String why) {
        transactions.write(
                () -> {
                    if (!statements.end(push, "failed", Ended.cut(why), clock.now())) {
                        return false;
                    }
                    push.changes().forEach(c -> end(connection, push, c, "given-up", why));
                    return true;
                });
    }

    private void end(
            Connection connection, OpenPush push, Change change, String state, String why) {
        statements.endChanges(
                connection.id(), push, List.of(change), state, Ended.cut(why), clock.now());
        alarm.notTold(connection, change, Ended.cut(why));
    }

    /** Notes at the connection that telling goes wrong. */
    void failed(Connection connection, String why) {
        meters.failed(Turn.Kind.PUSH);
        transactions.write(
                () -> {
                    stands.failed(connection.id(), clock.now(), why);
                    return why;
                });
    }
}
