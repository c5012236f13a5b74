package io.onhand.exceptions;

import io.onhand.audit.AuditTrail;
import io.onhand.exceptions.Finding.Topic;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens, counts and closes the current tenant's exceptions. */
@Component
public class Exceptions {

    private final ExceptionStatements statements;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    Exceptions(
            ExceptionStatements statements,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock) {
        this.statements = statements;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Opens an exception, or counts the one that is open for this kind and subject. */
    public ExceptionId raise(
            ExceptionKind kind, Subject subject, String detail, Map<String, String> links) {
        return raise(List.of(new Finding(kind, subject, detail, links))).getFirst();
    }

    /**
     * {@link #raise} for many in one statement. Joins the transaction that runs. Programs that
     * raise the same at the same moment get the same exception.
     *
     * @return the exception of each finding, in order
     */
    public List<ExceptionId> raise(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Map<Topic, Finding> first = new LinkedHashMap<>();
        Map<Topic, Long> times = new LinkedHashMap<>();
        for (Finding finding : findings) {
            first.putIfAbsent(finding.topic(), finding);
            times.merge(finding.topic(), 1L, Long::sum);
        }
        Map<Topic, ExceptionId> raised = transactions.write(() -> upsert(first, times));
        return findings.stream().map(f -> Objects.requireNonNull(raised.get(f.topic()))).toList();
    }

    private Map<Topic, ExceptionId> upsert(Map<Topic, Finding> first, Map<Topic, Long> times) {
        Map<Topic, ExceptionId> raised = new LinkedHashMap<>();
        Map<String, Topic> opened = new LinkedHashMap<>();
        for (var row : statements.raise(first.values(), times, clock.now())) {
            raised.put(row.topic(), row.id());
            if (row.opened()) {
                opened.put(row.id().toString(), row.topic());
            }
        }
        trail.recordEach("open", "exception", opened);
        return raised;
    }

    /**
     * Opens those about which there never was an exception of their kind, open or closed: what a
     * person has settled is not asked again, however often it is found. Joins the transaction that
     * runs.
     *
     * @param findings all of one kind
     */
    public void raiseOnce(ExceptionKind kind, List<Finding> findings) {
        transactions.write(
                () -> {
                    var subjects = findings.stream().map(Finding::subject).toList();
                    Set<Subject> known = statements.known(kind, subjects);
                    return raise(
                            findings.stream().filter(f -> !known.contains(f.subject())).toList());
                });
    }

    /** The open exceptions of one kind about these subjects; a subject without one is absent. */
    public Map<Subject, ExceptionId> open(ExceptionKind kind, Collection<Subject> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : transactions.read(() -> statements.open(kind, Set.copyOf(subjects)));
    }

    /**
     * Closes the open exception of this kind and subject, if there is one, as its cause is gone.
     */
    public void close(ExceptionKind kind, Subject subject) {
        transactions.write(
                () -> {
                    var topic = new Topic(kind, subject);
                    var closed = statements.close(topic, clock.now());
                    closed.ifPresent(one -> tell(one, topic));
                    return closed;
                });
    }

    /** Closes an exception; false if it was not open. */
    public boolean close(ExceptionId id) {
        return transactions.write(
                () -> {
                    var closed = statements.close(id, clock.now());
                    closed.ifPresent(one -> tell(one, null));
                    return closed.isPresent();
                });
    }

    private void tell(ExceptionId closed, @Nullable Topic before) {
        trail.record("close", "exception", closed.toString(), before, null);
    }

    /** Who looks after an exception, as it is written down. */
    private record Care(@Nullable String owner) {}

    /**
     * Gives an open exception to a person to look after, or to nobody; false if it is not open.
     *
     * @param owner the person's id, or null for nobody
     */
    public boolean assign(ExceptionId id, @Nullable String owner) {
        return transactions.write(
                () -> {
                    boolean assigned = statements.assign(id, owner);
                    if (assigned) {
                        trail.record("assign", "exception", id.toString(), null, new Care(owner));
                    }
                    return assigned;
                });
    }
}
