package io.onhand.inbox;

import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.ConnectionQueries;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.stock.SourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Deliveries and connections as far as somebody limited to some locations may see them. A message
 * is seen whole or not at all: it is out of sight when it tells of any location of ours outside the
 * limit. What tells of no location of ours is everybody's work. A connection is out of sight when
 * it is mapped to locations, and to none within the limit.
 */
@Component
public class VisibleDeliveries {

    /** Deliveries that are looked at together. */
    private static final int STEP = 200;

    private final DeliveryQueries deliveries;
    private final ToldPlaceQueries places;
    private final ConnectionQueries connections;
    private final LocationQueries locations;

    VisibleDeliveries(
            DeliveryQueries deliveries,
            ToldPlaceQueries places,
            ConnectionQueries connections,
            LocationQueries locations) {
        this.deliveries = deliveries;
        this.places = places;
        this.connections = connections;
        this.locations = locations;
    }

    /**
     * Deliveries, newest first.
     *
     * @param connection only of this one; null for all
     * @param state only in this state; null for all
     * @param only the locations within the limit; null for no limit
     */
    public List<DeliveryHead> page(
            @Nullable SourceId connection,
            @Nullable DeliveryState state,
            DeliveryQueries.Place after,
            int limit,
            @Nullable Set<LocationId> only) {
        if (only == null) {
            return deliveries.page(connection, state, after, limit);
        }
        List<DeliveryHead> seen = new ArrayList<>();
        DeliveryQueries.Place place = after;
        List<DeliveryHead> step;
        do {
            step = deliveries.page(connection, state, place, STEP);
            var visible = visible(step, only);
            step.stream()
                    .filter(head -> visible.contains(head.id()))
                    .limit(limit - seen.size())
                    .forEach(seen::add);
            if (!step.isEmpty()) {
                place = new DeliveryQueries.Place(step.getLast().receivedAt(), step.getLast().id());
            }
        } while (step.size() == STEP && seen.size() < limit);
        return seen;
    }

    /** Whether a delivery is within the limit. */
    public boolean isVisible(DeliveryHead head, @Nullable Set<LocationId> only) {
        return only == null || visible(List.of(head), only).contains(head.id());
    }

    /** Whether a connection is within the limit. */
    public boolean isVisible(ConnectionDetails connection, @Nullable Set<LocationId> only) {
        return only == null
                || connection.locations().isEmpty()
                || connection.locations().values().stream().anyMatch(only::contains);
    }

    private Set<UUID> visible(List<DeliveryHead> heads, Set<LocationId> only) {
        var told = places.names(heads.stream().map(DeliveryHead::id).toList());
        Map<SourceId, Map<String, LocationId>> mapped = new HashMap<>();
        return heads.stream()
                .filter(
                        head -> {
                            var names = told.getOrDefault(head.id(), Set.of());
                            var book =
                                    mapped.computeIfAbsent(
                                            head.connection(), source -> mapped(source));
                            return only.containsAll(ours(names, book));
                        })
                .map(DeliveryHead::id)
                .collect(Collectors.toSet());
    }

    private Map<String, LocationId> mapped(SourceId source) {
        return Optional.ofNullable(connections.codes(List.of(source)).get(source))
                .flatMap(connections::details)
                .map(ConnectionDetails::locations)
                .orElse(Map.of());
    }

    /** What these names mean, mapped by the connection or else as codes of ours. */
    private Set<LocationId> ours(Set<String> names, Map<String, LocationId> mapped) {
        Set<LocationId> found = new HashSet<>();
        List<String> codes = new ArrayList<>();
        for (String name : names) {
            var id = mapped.get(name);
            if (id == null) {
                codes.add(name);
            } else {
                found.add(id);
            }
        }
        if (!codes.isEmpty()) {
            found.addAll(locations.idsByCode(codes).values());
        }
        return found;
    }
}
