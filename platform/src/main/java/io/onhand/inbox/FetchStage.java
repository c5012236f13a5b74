package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.inbox.Understood.Part;
import io.onhand.leases.ProgramRole;
import io.onhand.plugin.DocumentKey;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Has the documents asked for at which deliveries hinted. Hints of one document that wait together
 * are asked for once; what is found stands in for each of them.
 */
@Component
class FetchStage implements Stage {

    /** How long a vendor may not have what he told of. */
    static final Duration MISSING_MAX = Duration.ofMinutes(10);

    private static final int KEPT_TOGETHER = 8;
    private static final Duration MISSING_PAUSE_MAX = Duration.ofMinutes(1);
    private static final String GIVEN_UP = "The vendor could not be asked for a day.";
    private static final Logger log = LoggerFactory.getLogger(FetchStage.class);

    private final PendingHintQueries pending;
    private final ConnectionQueries connections;
    private final Fetching fetching;
    private final Understanding understanding;
    private final WorkStatements work;
    private final Attempts attempts;
    private final MachineClock clock;
    private final Nudge nudge;

    FetchStage(
            PendingHintQueries pending,
            ConnectionQueries connections,
            Fetching fetching,
            Understanding understanding,
            WorkStatements work,
            Attempts attempts,
            MachineClock clock,
            Nudge nudge) {
        this.pending = pending;
        this.connections = connections;
        this.fetching = fetching;
        this.understanding = understanding;
        this.work = work;
        this.attempts = attempts;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public Work.Kind kind() {
        return Work.Kind.FETCH;
    }

    @Override
    public ProgramRole role() {
        return ProgramRole.PLUGINS;
    }

    @Override
    public void handle(List<Work> part) {
        try {
            fetch(part);
        } catch (RuntimeException e) {
            log.warn("{} documents could not be asked for; they are tried again", part.size(), e);
            part.forEach(one -> tryAgain(one, Duration.ZERO));
        }
    }

    private void fetch(List<Work> part) {
        Optional<Connection> connection = connections.find(part.getFirst().connection());
        if (connection.isEmpty()) {
            work.finish(part, clock.now());
            return;
        }
        List<PendingHint> all = pending.of(part.stream().map(Work::id).toList());
        if (all.size() == PendingHintQueries.TOGETHER_MAX) {
            // what is left of their hints comes after these
            work.addDocuments(part);
        }
        Map<UUID, List<PendingHint>> hints =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PendingHint::document,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<UUID, DocumentKey> keys = new LinkedHashMap<>();
        hints.forEach((document, waiting) -> keys.put(document, key(waiting)));
        Map<UUID, Fetching.Result> results = fetching.fetch(connection.get(), keys);
        Map<Work, List<Found>> found = new LinkedHashMap<>();
        for (Work one : part) {
            List<PendingHint> waiting = hints.getOrDefault(one.id(), List.of());
            Fetching.Result result = results.get(one.id());
            if (result instanceof Fetching.Result.Later(var after)) {
                tryAgain(one, after);
            } else if (result instanceof Fetching.Result.Missing() && !isOver(one)) {
                work.again(List.of(one), clock.now().plus(missingPause(one)), clock.now());
            } else {
                found.put(one, result == null ? List.of() : found(waiting, result, one));
            }
        }
        keep(connection.get(), found);
    }

    /** A few at a time: the more a transaction reads and writes, the more races it loses. */
    private void keep(Connection connection, Map<Work, List<Found>> found) {
        List<Work> done = List.copyOf(found.keySet());
        for (int from = 0; from < done.size(); from += KEPT_TOGETHER) {
            List<Work> some = done.subList(from, Math.min(done.size(), from + KEPT_TOGETHER));
            try {
                keep(connection, some, found);
            } catch (ConcurrencyFailureException e) {
                // nothing is wrong with them: they are asked for again soon
                attempts.soon(some);
            }
        }
    }

    /** One key for all hints of a document: from the earliest on. */
    private static DocumentKey key(List<PendingHint> hints) {
        DocumentKey earliest = hints.getFirst().key();
        for (PendingHint hint : hints) {
            String since = hint.key().since();
            if (since == null) {
                return hint.key();
            }
            if (earliest.since() != null && since.compareTo(earliest.since()) < 0) {
                earliest = hint.key();
            }
        }
        return earliest;
    }

    /**
     * What is found stands in for each hint; but of a list of what happened since a time the first
     * hint tells everything, and then there is nothing new for the others.
     */
    private static List<Found> found(List<PendingHint> waiting, Fetching.Result result, Work one) {
        List<Part> parts = parts(result, one);
        boolean isList =
                result instanceof Fetching.Result.Parts
                        && waiting.stream().allMatch(hint -> hint.key().since() != null);
        List<Found> found = new ArrayList<>(waiting.size());
        for (PendingHint hint : waiting) {
            found.add(new Found(hint, isList && !found.isEmpty() ? List.of() : parts));
        }
        return found;
    }

    private static List<Part> parts(Fetching.Result result, Work one) {
        return switch (result) {
            case Fetching.Result.Parts(var parts) -> parts;
            case Fetching.Result.Missing() ->
                    List.of(bad("The vendor does not have what this message tells of."));
            case Fetching.Result.Failed(var detail) -> List.of(bad(detail));
            case Fetching.Result.Later _ ->
                    throw new IllegalStateException("asked for later: " + one.id());
        };
    }

    private static Part bad(String detail) {
        return new Part.Bad(ExceptionKind.UNREADABLE, null, detail);
    }

    private boolean isOver(Work one) {
        return Duration.between(one.since(), clock.now()).compareTo(MISSING_MAX) >= 0;
    }

    /** 1, 2, 4 … seconds. */
    private static Duration missingPause(Work one) {
        Duration pause = Duration.ofSeconds(1L << Math.min(one.attempts(), 6));
        return pause.compareTo(MISSING_PAUSE_MAX) > 0 ? MISSING_PAUSE_MAX : pause;
    }

    private void keep(Connection connection, List<Work> some, Map<Work, List<Found>> found) {
        var held = work.held(some);
        List<Work> done = some.stream().filter(one -> held.contains(one.id())).toList();
        List<Work> documents =
                understanding.keepFound(
                        connection,
                        done.stream()
                                .flatMap(one -> found.getOrDefault(one, List.of()).stream())
                                .toList(),
                        clock.now());
        work.addDocuments(documents);
        attempts.end(done);
        documents.stream().map(Work::kind).distinct().forEach(nudge::wake);
    }

    private void tryAgain(Work one, Duration atLeast) {
        attempts.again(one, atLeast, () -> giveUp(one));
    }

    /** A day of asking was in vain: a person has to look. */
    private void giveUp(Work one) {
        connections
                .find(one.connection())
                .ifPresent(
                        connection ->
                                understanding.keepFound(
                                        connection,
                                        pending.of(List.of(one.id())).stream()
                                                .map(
                                                        hint ->
                                                                new Found(
                                                                        hint,
                                                                        List.of(bad(GIVEN_UP))))
                                                .toList(),
                                        clock.now()));
    }
}
