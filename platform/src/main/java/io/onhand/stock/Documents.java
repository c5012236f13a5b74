package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Documents whose state changes: by a higher revision, a void or a reversal. The document's row is
 * their lock, so that every event of it sees what stands, and only the newest state stands.
 */
final class Documents {

    private final DocumentStatements statements;
    private final PostingStatements postings;
    private final Identities identities;

    Documents(Connection connection, Identities identities) {
        this.statements = new DocumentStatements(connection);
        this.postings = new PostingStatements(connection);
        this.identities = identities;
    }

    /** A document of any tenant. */
    record Key(TenantId tenant, UUID document) {

        static Key of(Entry entry) {
            return new Key(entry.tenant(), Documents.document(entry.posting()).documentId());
        }
    }

    /** A reversal is an event of the document that it reverses. */
    private static Identity document(Posting posting) {
        Identity reversed = posting.reverses();
        return reversed == null ? posting.identity() : reversed;
    }

    /**
     * An event under its document's lock.
     *
     * @param standing the revision that stands
     */
    private record Event(Entry entry, Key key, long standing) {

        Posting posting() {
            return entry.posting();
        }

        @Nullable Identity reversed() {
            return entry.posting().reverses();
        }

        /** The posting that stands, or is held to be revision 0's. */
        Entry.Key standingPosting() {
            Identity identity = Documents.document(entry.posting()).withRevision(standing);
            return new Entry.Key(entry.tenant(), identity.postingId());
        }
    }

    /** Answers the events that come too late, and says of the others what they do. */
    void plan(Batch batch) throws SQLException {
        answerUnknown(batch.open(Entry.Kind.EVENT));
        List<Event> events = lock(batch.open(Entry.Kind.EVENT));
        // under the lock: before it, a copy that is being posted elsewhere is not seen
        identities.answerKnown(batch, events.stream().map(Event::entry).toList());
        open(events).forEach(event -> answerStale(batch, event));
        answerOtherTypes(open(events));
        revise(open(events));
    }

    private static List<Event> open(List<Event> events) {
        return events.stream().filter(event -> event.entry().isOpen()).toList();
    }

    private void answerUnknown(List<Entry> events) throws SQLException {
        Map<Entry, Entry.Key> targets = new LinkedHashMap<>();
        for (Entry entry : events) {
            Identity reversed = entry.posting().reverses();
            if (reversed != null) {
                targets.put(entry, new Entry.Key(entry.tenant(), reversed.postingId()));
            }
        }
        Set<Entry.Key> known = postings.find(targets.values()).keySet();
        targets.forEach(
                (entry, target) -> {
                    if (!known.contains(target)) {
                        entry.answer(new Outcome.Unknown());
                    }
                });
    }

    private List<Event> lock(List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return List.of();
        }
        Set<Key> keys = new LinkedHashSet<>();
        entries.forEach(entry -> keys.add(Key.of(entry)));
        statements.insert(keys);
        Map<Key, Long> standing = statements.lock(keys);
        List<Event> events = new ArrayList<>();
        for (Entry entry : entries) {
            Key key = Key.of(entry);
            events.add(new Event(entry, key, standing.getOrDefault(key, 0L)));
        }
        return events;
    }

    private static void answerStale(Batch batch, Event event) {
        Identity reversed = event.reversed();
        Identity own = event.posting().identity();
        if (reversed == null && own.revision() <= event.standing()) {
            event.entry().answer(new Outcome.Stale());
            batch.lateIdentities().add(PostingRow.superseded(event.posting(), own.revision()));
        } else if (reversed != null && reversed.revision() != event.standing()) {
            event.entry().answer(new Outcome.Stale());
        }
    }

    /** A document's type may change to void only, and only facts are reversed. */
    private void answerOtherTypes(List<Event> events) throws SQLException {
        Map<Entry.Key, KnownPosting> known =
                postings.find(events.stream().map(Event::standingPosting).toList());
        for (Event event : events) {
            KnownPosting posting = known.get(event.standingPosting());
            if (posting == null || posting.standsForNothing()) {
                continue;
            }
            if (event.reversed() != null && !posting.isFact()) {
                event.entry().answer(new Outcome.Stale());
            } else if (event.reversed() == null && !posting.mayBecome(event.posting())) {
                event.entry()
                        .answer(
                                new Outcome.Invalid(
                                        "bad-type", "the document's type is " + posting.type()));
            }
        }
    }

    private void revise(List<Event> events) throws SQLException {
        Map<Key, List<StandingLine>> lines = lines(events);
        for (Event event : events) {
            Revision revision = revision(event, lines.getOrDefault(event.key(), List.of()));
            if (event.reversed() != null && revision.takenBack().isEmpty()) {
                event.entry().answer(new Outcome.Stale());
            } else {
                event.entry().revise(revision);
            }
        }
    }

    private static Revision revision(Event event, List<StandingLine> before) {
        UUID document = event.key().document();
        if (event.reversed() != null) {
            return Revision.ofNothing(document, event.standing(), before);
        }
        Posting posting = event.posting();
        long number = posting.identity().revision();
        return posting.voided()
                ? Revision.ofNothing(document, number, before)
                : Revision.of(document, number, before, posting);
    }

    private Map<Key, List<StandingLine>> lines(List<Event> events) throws SQLException {
        if (events.isEmpty()) {
            return Map.of();
        }
        Map<Key, Entry.Key> firsts = new HashMap<>();
        for (Event event : events) {
            if (event.standing() == 0) {
                firsts.put(event.key(), event.standingPosting());
            }
        }
        return statements.standing(events.stream().map(Event::key).toList(), firsts);
    }

    /** Writes what stands of the documents now. */
    void write(Batch batch) throws SQLException {
        Map<Key, Long> revisions = new LinkedHashMap<>();
        Collection<DocumentStatements.Row> rows = new ArrayList<>();
        for (Entry entry : batch.entries()) {
            Revision revision = entry.revision();
            if (revision != null) {
                Key key = new Key(entry.tenant(), revision.document());
                revisions.put(key, revision.number());
                for (StandingLine line : revision.after(entry, batch)) {
                    rows.add(new DocumentStatements.Row(key, revision.number(), line));
                }
            }
        }
        if (!revisions.isEmpty()) {
            statements.update(revisions);
            statements.writeLines(rows);
        }
    }
}
