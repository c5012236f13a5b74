package io.onhand.web.api.v1;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.identity.Caller;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.stock.Reservation;
import io.onhand.stock.ReservationId;
import io.onhand.stock.ReservationQueries;
import io.onhand.web.api.Refusal;
import io.onhand.web.api.v1.ReservationAnswer.ReservedLine;
import io.onhand.web.security.Within;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds promises for a caller and shows them with names instead of ids. */
@Component
class ReservationAnswers {

    private final ReservationQueries reservations;
    private final LocationQueries locations;
    private final CatalogQueries catalog;

    ReservationAnswers(
            ReservationQueries reservations, LocationQueries locations, CatalogQueries catalog) {
        this.reservations = reservations;
        this.locations = locations;
        this.catalog = catalog;
    }

    /**
     * The promise of this id.
     *
     * @throws Refusal {@code not-found}, {@code location-not-allowed}
     */
    Reservation of(Caller caller, String id) {
        Reservation found =
                id(id).flatMap(reservations::reservation)
                        .orElseThrow(() -> Refusal.notFound("There is no reservation of this id."));
        Within.limit(caller, found.location());
        return found;
    }

    /** A promise as it was granted, whatever became of it since. */
    ReservationAnswer granted(ReservationId id) {
        return answer(reservations.reservation(id).orElseThrow()).asGranted();
    }

    ReservationAnswer answer(Reservation reservation) {
        return answers(List.of(reservation)).getFirst();
    }

    List<ReservationAnswer> answers(List<Reservation> reservations) {
        Map<VariantId, Variant> variants =
                catalog.variantsById(
                        reservations.stream()
                                .flatMap(r -> r.lines().stream())
                                .map(Reservation.Line::variant)
                                .collect(Collectors.toSet()));
        return reservations.stream().map(r -> answer(r, variants)).toList();
    }

    private ReservationAnswer answer(Reservation r, Map<VariantId, Variant> variants) {
        return new ReservationAnswer(
                r.id().toString(),
                r.state().word(),
                code(r.location()),
                r.owner(),
                r.createdAt(),
                r.expiresAt(),
                r.endedAt(),
                r.posting().toString(),
                r.lines().stream()
                        .map(line -> line(line, variants))
                        .sorted(Comparator.comparing(ReservedLine::sku))
                        .toList());
    }

    private static ReservedLine line(Reservation.Line line, Map<VariantId, Variant> variants) {
        Variant variant = Objects.requireNonNull(variants.get(line.variant()));
        return new ReservedLine(variant.sku(), line.held(), line.remaining());
    }

    private String code(LocationId location) {
        return Objects.requireNonNull(locations.byId(List.of(location)).get(location)).code();
    }

    private static Optional<ReservationId> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text)
                    ? Optional.of(new ReservationId(id))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
