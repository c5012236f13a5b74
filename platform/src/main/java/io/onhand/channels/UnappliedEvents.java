package io.onhand.channels;

import io.onhand.audit.AuditTrail;
import io.onhand.channels.KeptEvent.Draft;
import io.onhand.channels.Reading.Unapplied;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.Exceptions;
import io.onhand.stock.HoldStatements;
import io.onhand.stock.PostedContentQueries;
import io.onhand.stock.PostingId;
import io.onhand.stock.RepeatStatements;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps, whole, what was not applied, and opens the exceptions about it. */
@Component
class UnappliedEvents {

    private final SourceEventQueries queries;
    private final SourceEventStatements statements;
    private final PostedContentQueries posted;
    private final HoldStatements holds;
    private final RepeatStatements repeats;
    private final Exceptions exceptions;
    private final AuditTrail trail;

    UnappliedEvents(
            SourceEventQueries queries,
            SourceEventStatements statements,
            PostedContentQueries posted,
            HoldStatements holds,
            RepeatStatements repeats,
            Exceptions exceptions,
            AuditTrail trail) {
        this.queries = queries;
        this.statements = statements;
        this.posted = posted;
        this.holds = holds;
        this.repeats = repeats;
        this.exceptions = exceptions;
        this.trail = trail;
    }

    /**
     * Keeps events, in their order; one that is kept already is only answered. Must run inside a
     * writing transaction.
     *
     * @return the result of each event
     */
    List<EventResult> keep(Intake intake, List<Unapplied> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var desk = desk(intake, events);
        List<KeptEvent> kept = events.stream().map(desk::decide).toList();
        List<Draft> drafts = desk.drafts();
        List<ExceptionId> raised =
                exceptions.raise(
                        drafts.stream().flatMap(draft -> draft.findings().stream()).toList());
        int next = 0;
        for (Draft draft : drafts) {
            draft.waitsFor(raised.get(next));
            next += draft.findings().size();
        }
        insert(intake, drafts);
        noteRepeats(kept);
        return kept.stream().map(KeptEvent::result).toList();
    }

    private void noteRepeats(List<KeptEvent> kept) {
        for (KeptEvent one : kept) {
            if (one instanceof KeptEvent.Repeated(Arrived arrived, PostingId posting)) {
                repeats.duplicate(posting, arrived.delivery(), arrived.receivedAt());
            }
        }
    }

    private KeepingDesk desk(Intake intake, List<Unapplied> events) {
        Set<UUID> waiting =
                events.stream()
                        .map(e -> HeldEvent.idOfWaiting(intake.identity(e.event())))
                        .collect(Collectors.toSet());
        Stream<UUID> conflicts =
                events.stream()
                        .map(e -> HeldEvent.idOfConflict(intake.identity(e.event()), e.content()));
        return new KeepingDesk(
                intake,
                queries.held(Stream.concat(waiting.stream(), conflicts).toList()),
                posted.of(waiting.stream().map(PostingId::new).toList()));
    }

    private void insert(Intake intake, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        statements.insert(intake, drafts);
        holds.hold(
                drafts.stream()
                        .map(Draft::held)
                        .filter(held -> held.state() != HeldEvent.State.CONFLICT)
                        .map(held -> new PostingId(held.id()))
                        .toList());
        trail.recordEach(
                "keep",
                "source-event",
                drafts.stream()
                        .map(Draft::held)
                        .collect(Collectors.toMap(held -> held.id().toString(), held -> held)));
    }
}
