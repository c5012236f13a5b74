package io.onhand.web.api.v1;

import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.stock.Cause;
import io.onhand.stock.Reservation;
import io.onhand.stock.Reservations;
import io.onhand.web.security.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One promise: how it stands, and giving it back. */
@RestController
class HeldReservationController {

    private final ReservationAnswers answers;
    private final Reservations reservations;

    HeldReservationController(ReservationAnswers answers, Reservations reservations) {
        this.answers = answers;
        this.reservations = reservations;
    }

    /** How a promise stands. */
    @GetMapping("/api/v1/reservations/{id}")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.PATH)
    ReservationAnswer read(Caller caller, @PathVariable String id) {
        return answers.answer(answers.of(caller, id));
    }

    /** Gives back what is left of a promise. One that has ended stays as it is. */
    @DeleteMapping("/api/v1/reservations/{id}")
    @Needs(value = Permission.RESERVE_STOCK, location = Needs.LocationIn.PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(Caller caller, @PathVariable String id) {
        Reservation held = answers.of(caller, id);
        reservations.release(held.id(), new Cause("reservation", held.id().toString()));
    }
}
