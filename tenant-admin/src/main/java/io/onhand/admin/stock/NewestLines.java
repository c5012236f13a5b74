package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.StoreTime;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantDetails;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementFilter;
import io.onhand.stock.MovementQueries;
import io.onhand.stock.PostingHead;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what moved on hand last. */
@Component
class NewestLines {

    static final int LINES_MAX = 8;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final CatalogQueries catalog;
    private final LocationQueries locations;
    private final MovementQueries movements;
    private final SenderNames senders;
    private final Words words;

    NewestLines(
            CatalogQueries catalog,
            LocationQueries locations,
            MovementQueries movements,
            SenderNames senders,
            Words words) {
        this.catalog = catalog;
        this.locations = locations;
        this.movements = movements;
        this.senders = senders;
        this.words = words;
    }

    /**
     * What happened in the last day, newest first.
     *
     * @param only the locations that may be shown, or null for all
     */
    List<Today.Line> lines(@Nullable Set<LocationId> only, Instant now) {
        var newest = newest(only, now);
        var places = locations.byCode(newest.stream().map(Movement::location).distinct().toList());
        var items = items(newest);
        var sender = senders.of(newest);
        return newest.stream()
                .map(
                        m ->
                                line(
                                        m,
                                        items.getOrDefault(m.sku(), m.sku()),
                                        Objects.requireNonNull(places.get(m.location())),
                                        sender,
                                        now))
                .toList();
    }

    /** On a busy day the last minutes are enough, and only the levels of these are looked at. */
    private List<Movement> newest(@Nullable Set<LocationId> only, Instant now) {
        var filter =
                new MovementFilter(
                        null,
                        null,
                        only,
                        Account.ON_HAND,
                        null,
                        MovementFilter.Clock.OCCURRED,
                        now.minus(DAY),
                        MovementFilter.END);
        var found = movements.newest(filter, now.minus(JUST_NOW), LINES_MAX);
        return found.size() < LINES_MAX
                ? movements.newest(filter, now.minus(DAY), LINES_MAX)
                : found;
    }

    private Map<String, String> items(List<Movement> newest) {
        var skus = newest.stream().map(Movement::sku).distinct().toList();
        var ids = catalog.variantsBySku(skus).values().stream().map(Variant::id).toList();
        return catalog.details(ids).values().stream()
                .collect(Collectors.toMap(VariantDetails::sku, VariantDetails::fullName));
    }

    private Today.Line line(
            Movement movement,
            String item,
            Location place,
            Function<PostingHead, String> sender,
            Instant now) {
        var time = new StoreTime(ZoneId.of(place.timeZone()));
        var say = new MovementWords(words, time, sender);
        return new Today.Line(
                movement.sku(),
                item,
                movement.location(),
                place.name(),
                say.what(movement),
                time.minutes(movement.occurredAt(), now),
                say.times(movement),
                new Figure(movement.quantity()));
    }
}
