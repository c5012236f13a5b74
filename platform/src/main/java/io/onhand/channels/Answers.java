package io.onhand.channels;

import io.onhand.channels.Reading.Unapplied;
import io.onhand.channels.Reading.Why;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.stock.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The answers to one request, in its order, as they become known. */
class Answers {

    private final List<@Nullable EventResult> results = new ArrayList<>();
    private final SequencedMap<Integer, Unapplied> unapplied = new LinkedHashMap<>();
    private final SequencedMap<Integer, List<Shortfall>> low = new LinkedHashMap<>();
    private final Moves moves = new Moves();

    /** What is still to be kept. */
    void unapplied(Unapplied event) {
        unapplied.put(results.size(), event);
        results.add(null);
    }

    /** What the ledger says. */
    void posted(Arrived arrived, Reading.Ready ready, Outcome outcome) {
        SourceEvent event = arrived.event();
        switch (outcome) {
            case Outcome.Applied applied -> applied(event, ready, applied);
            case Outcome.Duplicate(var posting, _) ->
                    results.add(EventResult.of(event, EventOutcome.DUPLICATE).posted(posting));
            case Outcome.Stale() -> results.add(EventResult.of(event, EventOutcome.STALE));
            case Outcome.Conflict _, Outcome.Held _ ->
                    unapplied(new Unapplied(arrived, ready.posting().content(), new Why.Taken()));
            case Outcome.Invalid(var code, var detail) -> {
                if (arrived.delivery() == null) {
                    throw new EventRefused(results.size(), code, detail);
                }
                unapplied(
                        new Unapplied(
                                arrived,
                                ready.posting().content(),
                                new Why.Impossible(ExceptionKind.UNREADABLE, detail)));
            }
            case Outcome.Refused _, Outcome.Unknown _ ->
                    throw new IllegalStateException("a fact cannot come to " + outcome);
        }
    }

    private void applied(SourceEvent event, Reading.Ready ready, Outcome.Applied applied) {
        applied.levels().forEach(moves::add);
        List<Shortfall> shortfalls =
                applied.levels().stream().flatMap(level -> Shortfall.now(level).stream()).toList();
        if (!shortfalls.isEmpty()) {
            low.put(results.size(), shortfalls);
        }
        results.add(
                EventResult.of(event, EventOutcome.APPLIED)
                        .posted(applied.posting())
                        .noted(ready.detail() == null ? applied.detail() : ready.detail()));
    }

    List<Unapplied> unapplied() {
        return List.copyOf(unapplied.values());
    }

    Moves moves() {
        return moves;
    }

    /** All answers, with what was kept and opened. */
    List<EventResult> complete(List<EventResult> kept, Map<Shortfall, ExceptionId> open) {
        int next = 0;
        for (int place : unapplied.sequencedKeySet()) {
            results.set(place, kept.get(next++));
        }
        low.forEach(
                (place, shortfalls) -> results.set(place, named(result(place), shortfalls, open)));
        return results.stream().map(Objects::requireNonNull).toList();
    }

    private EventResult result(int place) {
        return Objects.requireNonNull(results.get(place));
    }

    private static EventResult named(
            EventResult result, List<Shortfall> shortfalls, Map<Shortfall, ExceptionId> open) {
        ExceptionId first = Objects.requireNonNull(open.get(shortfalls.getFirst()));
        return result.raised(first, result.detail());
    }
}
