package io.onhand.channels;

import io.onhand.channels.KeptEvent.Draft;
import io.onhand.channels.Reading.Unapplied;
import io.onhand.channels.Reading.Why;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Finding;
import io.onhand.stock.ContentHash;
import io.onhand.stock.PostedContent;
import io.onhand.stock.PostingId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides, event by event, what is kept and as what, from what waits and what was posted by now.
 */
class KeepingDesk {

    private final Intake intake;
    private final Map<UUID, HeldEvent> held;
    private final Map<PostingId, PostedContent> posted;
    private final Map<UUID, Draft> drafts = new LinkedHashMap<>();

    KeepingDesk(Intake intake, Map<UUID, HeldEvent> held, Map<PostingId, PostedContent> posted) {
        this.intake = intake;
        this.held = held;
        this.posted = posted;
    }

    /** What has to be written, in order. */
    List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    KeptEvent decide(Unapplied unapplied) {
        return switch (unapplied.why()) {
            case Why.Taken() -> taken(unapplied);
            case Why.UnknownNames(var findings) -> waiting(unapplied, findings);
            case Why.Impossible(var kind, var detail) ->
                    waiting(
                            unapplied,
                            List.of(unapplied.finding(intake.connection(), kind, detail)));
        };
    }

    /** The first content that comes under an identity has it, whether it waits or was posted. */
    private KeptEvent waiting(Unapplied unapplied, List<Finding> findings) {
        UUID id = HeldEvent.idOfWaiting(intake.identity(unapplied.event()));
        PostedContent there = posted.get(new PostingId(id));
        if (there != null) {
            return posted(unapplied, there);
        }
        return keptBefore(id, unapplied) instanceof KeptEvent same
                ? same
                : isTaken(id)
                        ? conflict(unapplied)
                        : draft(id, unapplied, HeldEvent.State.EXCEPTION, findings);
    }

    private KeptEvent taken(Unapplied unapplied) {
        UUID id = HeldEvent.idOfWaiting(intake.identity(unapplied.event()));
        return keptBefore(id, unapplied) instanceof KeptEvent same ? same : conflict(unapplied);
    }

    private KeptEvent posted(Unapplied unapplied, PostedContent there) {
        SourceEvent event = unapplied.event();
        if (there.superseded()) {
            return new KeptEvent.Answered(EventResult.of(event, EventOutcome.STALE));
        }
        return there.content().equals(unapplied.content())
                ? told(unapplied, there.posting(), there.delivery())
                : conflict(unapplied);
    }

    /** A delivery that is worked on again does not repeat what it told itself. */
    private static KeptEvent told(Unapplied unapplied, PostingId posting, @Nullable UUID by) {
        Arrived arrived = unapplied.arrived();
        return by != null && by.equals(arrived.delivery())
                ? new KeptEvent.Answered(
                        EventResult.of(arrived.event(), EventOutcome.DUPLICATE).posted(posting))
                : new KeptEvent.Repeated(arrived, posting);
    }

    private KeptEvent conflict(Unapplied unapplied) {
        UUID id = HeldEvent.idOfConflict(intake.identity(unapplied.event()), unapplied.content());
        return keptBefore(id, unapplied) instanceof KeptEvent same
                ? same
                : draft(id, unapplied, HeldEvent.State.CONFLICT, List.of(finding(unapplied)));
    }

    private boolean isTaken(UUID id) {
        return held.containsKey(id) || drafts.containsKey(id);
    }

    private @Nullable KeptEvent keptBefore(UUID id, Unapplied unapplied) {
        HeldEvent before = held.get(id);
        ContentHash content = unapplied.content();
        if (before != null && before.content().equals(content)) {
            PostingId posting = before.posting();
            return before.state() == HeldEvent.State.APPLIED && posting != null
                    ? told(unapplied, posting, before.delivery())
                    : new KeptEvent.Answered(before.resultFor(unapplied.event()));
        }
        Draft now = drafts.get(id);
        return now != null && now.content().equals(content)
                ? new KeptEvent.Same(unapplied.event(), now)
                : null;
    }

    private Draft draft(
            UUID id, Unapplied unapplied, HeldEvent.State state, List<Finding> findings) {
        var place = new HeldEvent.Place(id, unapplied.content(), state);
        var draft = new Draft(unapplied.arrived(), place, findings);
        drafts.put(id, draft);
        return draft;
    }

    private Finding finding(Unapplied unapplied) {
        SourceEvent event = unapplied.event();
        return unapplied.finding(
                intake.connection(),
                ExceptionKind.CONFLICT,
                "The connection %s sent two contents under %s, revision %s; the first one counts."
                        .formatted(
                                intake.connection().code(), event.externalId(), event.revision()));
    }
}
