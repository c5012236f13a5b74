package io.onhand.web.api.v1;

import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.identity.Permission;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Fulfils;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.Reservation;
import io.onhand.stock.ReservationState;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.BusinessClock;
import io.onhand.web.api.Answer;
import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Faults;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sells what was promised. */
@RestController
class FulfilmentController {

    private final ReservationAnswers reservations;
    private final BodyNames names;
    private final Replays replays;
    private final StockLedger ledger;
    private final BusinessClock clock;

    FulfilmentController(
            ReservationAnswers reservations,
            BodyNames names,
            Replays replays,
            StockLedger ledger,
            BusinessClock clock) {
        this.reservations = reservations;
        this.names = names;
        this.replays = replays;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What of it is sold.
     *
     * @param lines all that is left, if absent
     */
    record Fulfilment(@Nullable @Size(min = 1, max = Posting.LINES_MAX) List<ReservationLine> lines)
            implements Checked {

        @Override
        public void check(Faults faults) {
            if (lines != null) {
                BodyNames.refuseRepeats(ReservationLine.skus(lines), faults);
                ReservationLine.check(lines, faults);
            }
        }
    }

    /** Sells from a promise, at its location, as long as it is held. */
    @PostMapping("/api/v1/reservations/{id}/fulfilments")
    @Needs(value = Permission.RESERVE_STOCK, location = Needs.LocationIn.PATH)
    Answer<PostedAnswer> fulfil(
            AskedPosting asked,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Fulfilment body) {
        Reservation reservation = reservations.of(asked.caller(), id);
        var before = replays.before(asked);
        if (before.isPresent()) {
            return PostedOutcome.replayed(before.get(), replays.lines(before.get()));
        }
        Instant now = clock.now();
        refuseUnlessHeld(reservation, now);
        return switch (ledger.post(posting(asked, reservation, body, now))) {
            case Outcome.Applied(var made, var levels, var detail) ->
                    PostedOutcome.created(made, replays.lines(made), detail);
            case Outcome.Duplicate(var made, var cause) ->
                    PostedOutcome.replayed(made, replays.lines(made));
            case Outcome.Invalid(var code, var why) when code.equals(Fulfils.NOT_HELD) ->
                    throw new Refusal(
                            ProblemCode.WRONG_STATE,
                            "Meanwhile some of it was sold or given back.");
            case Outcome other -> throw PostedOutcome.refusal(other);
        };
    }

    /** By our clock, whether it was released already or not. */
    private static void refuseUnlessHeld(Reservation reservation, Instant now) {
        boolean held = reservation.state() == ReservationState.HELD;
        if (!held || !reservation.expiresAt().isAfter(now)) {
            throw new Refusal(
                    ProblemCode.WRONG_STATE,
                    "Nothing is held by it any more: it is "
                            + (held ? "expired" : reservation.state().word())
                            + ".");
        }
    }

    private static List<Line> allThatIsLeft(Reservation reservation) {
        List<Line> lines = new ArrayList<>();
        for (Reservation.Line line : reservation.lines()) {
            if (line.remaining().signum() > 0) {
                lines.add(sale(lines.size() + 1, reservation, line.variant(), line.remaining()));
            }
        }
        return lines;
    }

    private List<Line> named(Reservation reservation, List<ReservationLine> asked) {
        var faults = new Faults();
        Map<String, Variant> variants = names.variants(ReservationLine.skus(asked), faults);
        faults.refuseIfAny();
        List<Line> lines = new ArrayList<>();
        for (ReservationLine line : asked) {
            VariantId variant = Objects.requireNonNull(variants.get(line.sku())).id();
            lines.add(sale(lines.size() + 1, reservation, variant, line.quantity()));
        }
        return lines;
    }

    private static Line sale(
            int no, Reservation reservation, VariantId variant, Quantity quantity) {
        return new Line.Change(
                no,
                String.valueOf(no),
                reservation.location(),
                variant,
                Account.ON_HAND,
                null,
                quantity.negated(),
                null);
    }

    /** All that is left is sold only if it is left then; what is named is sold. */
    private Posting posting(
            AskedPosting asked, Reservation reservation, @Nullable Fulfilment body, Instant now) {
        List<ReservationLine> some = body == null ? null : body.lines();
        return new Posting(
                asked.caller().tenant(),
                asked.identity(),
                asked.content(),
                MovementType.SALE,
                false,
                asked.cause(),
                asked.caller().actor(),
                now,
                now,
                0,
                null,
                null,
                null,
                some == null ? Fulfils.whole(reservation.id()) : Fulfils.ofFact(reservation.id()),
                null,
                some == null ? allThatIsLeft(reservation) : named(reservation, some));
    }
}
