package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.locations.LocationId;
import io.onhand.relay.OutboxEvent;
import io.onhand.relay.WorkConsumer;
import io.onhand.stock.ClockDoubt;
import io.onhand.stock.DoubtQueries;
import io.onhand.stock.DoubtQueries.Moved;
import io.onhand.stock.LevelsChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a person where clocks cannot tell whether a count saw a change (law L6b). The lane only says
 * which levels were ever counted and which clocks may be off; of others nothing is asked here.
 */
@Component
class DoubtWatch implements WorkConsumer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DoubtQueries doubts;
    private final Exceptions exceptions;

    DoubtWatch(DoubtQueries doubts, Exceptions exceptions) {
        this.doubts = doubts;
        this.exceptions = exceptions;
    }

    @Override
    public String name() {
        return "clock-doubts";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(LevelsChanged.TYPE);
    }

    @Override
    public void work(List<OutboxEvent> events) {
        List<Moved> moved = new ArrayList<>();
        Instant since = Instant.MAX;
        for (OutboxEvent event : events) {
            var news = JSON.readValue(event.envelope(), LevelsChanged.class);
            List<Moved> counted = counted(news.data());
            if (!counted.isEmpty()) {
                Instant posted = Instant.parse(news.time());
                since = posted.isBefore(since) ? posted : since;
                moved.addAll(counted);
            }
        }
        if (!moved.isEmpty()) {
            doubts.doubts(moved, since, this::ask);
        }
    }

    private void ask(List<ClockDoubt> found) {
        exceptions.raiseOnce(
                ExceptionKind.CLOCK_DOUBT, found.stream().map(DoubtWatch::finding).toList());
    }

    private static List<Moved> counted(LevelsChanged.Data data) {
        var location = new LocationId(UUID.fromString(data.location()));
        return data.levels().stream()
                .filter(level -> level.counts() != null)
                .map(
                        level ->
                                new Moved(
                                        location,
                                        new VariantId(UUID.fromString(level.variant())),
                                        level.fromVersion(),
                                        "before".equals(level.counts())
                                                && level.clockErrorMs() == null))
                .toList();
    }

    /** Its subject is the pair, by the numbers that count and change have in their level. */
    private static Finding finding(ClockDoubt doubt) {
        var count = doubt.count().id();
        var change = doubt.change().id();
        return new Finding(
                ExceptionKind.CLOCK_DOUBT,
                Subject.of(
                        doubt.location(),
                        doubt.sku(),
                        Long.toString(count.levelSeq()),
                        Long.toString(change.levelSeq())),
                text(doubt),
                Map.of(
                        "location", doubt.location(),
                        "sku", doubt.sku(),
                        "count", count.toString(),
                        "movement", change.toString()));
    }

    private static String text(ClockDoubt doubt) {
        ClockDoubt.Change change = doubt.change();
        ClockDoubt.Count count = doubt.count();
        String counted =
                "%s at %s was counted as %s at %s (movement %d)"
                        .formatted(
                                doubt.sku(),
                                doubt.location(),
                                count.counted(),
                                count.at(),
                                count.id().levelSeq());
        String moved =
                "a movement of %s (%s) lies at %s (movement %d)"
                        .formatted(
                                change.quantity(),
                                change.type().word(),
                                change.at(),
                                change.id().levelSeq());
        return counted + ", and " + moved + ". " + answers(doubt);
    }

    private static String answers(ClockDoubt doubt) {
        String order = doubt.isCountFirst() ? "before" : "after";
        String stands = doubt.isOnShelf() ? "was on the shelf" : "was not on the shelf";
        String other = doubt.isOnShelf() ? "was not" : "was";
        String answers =
                "It stands that this %s when it was counted: ignore the exception if so. If it %s,"
                        + " take the movement back and enter it with a time %s the count.";
        return answers.formatted(stands, other, order);
    }
}
