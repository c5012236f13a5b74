package io.onhand.web.api.v1;

import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.stock.Reservation;
import io.onhand.stock.ReservationId;
import io.onhand.stock.ReservationQueries;
import io.onhand.stock.ReservationState;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.QueryValues;
import io.onhand.web.security.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Promises, newest first. */
@RestController
class ReservationListController {

    private final QueriedNames names;
    private final ReservationQueries reservations;
    private final ReservationAnswers answers;

    ReservationListController(
            QueriedNames names, ReservationQueries reservations, ReservationAnswers answers) {
        this.names = names;
        this.reservations = reservations;
        this.answers = answers;
    }

    /** Lists the promises at one location, or of one state, or all. */
    @GetMapping("/api/v1/reservations")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.QUERY)
    Page<ReservationAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable String state,
            Paging paging) {
        Optional<LocationId> place =
                Optional.ofNullable(location).flatMap(code -> names.location(caller, code));
        ReservationState wanted = state == null ? null : state(state);
        if (location != null && place.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<Reservation> rows =
                reservations.page(
                        place.orElse(null),
                        wanted,
                        QueriedNames.only(caller),
                        after(paging.after()),
                        paging.rows());
        Page<Reservation> page =
                paging.page(
                        rows,
                        reservation -> reservation,
                        r -> List.of(r.createdAt().toString(), r.id().toString()));
        return new Page<>(answers.answers(page.items()), page.nextCursor());
    }

    private static ReservationState state(String word) {
        return QueryValues.word("state", word, ReservationState.values(), ReservationState::word);
    }

    private static Reservation.Place after(List<String> cursor) {
        return cursor.isEmpty()
                ? Reservation.Place.START
                : new Reservation.Place(
                        Instant.parse(cursor.get(0)),
                        new ReservationId(UUID.fromString(cursor.get(1))));
    }
}
