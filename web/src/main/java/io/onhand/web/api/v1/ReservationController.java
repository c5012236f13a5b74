package io.onhand.web.api.v1;

import io.onhand.catalog.Variant;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.Promise;
import io.onhand.stock.ReservationId;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.Region;
import io.onhand.web.api.Answer;
import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Fault;
import io.onhand.web.api.Faults;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Promises of stock: granted from what is available at that moment, all lines or none. */
@RestController
class ReservationController {

    /** No promise is given for longer than this. */
    static final Duration EXPIRY_MAX = Duration.ofDays(90);

    static final int OWNER_LENGTH_MAX = 100;

    private final BodyNames names;
    private final Replays replays;
    private final StockLedger ledger;
    private final ReservationAnswers answers;
    private final BusinessClock clock;

    ReservationController(
            BodyNames names,
            Replays replays,
            StockLedger ledger,
            ReservationAnswers answers,
            BusinessClock clock) {
        this.names = names;
        this.replays = replays;
        this.ledger = ledger;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * What is to be promised.
     *
     * @param owner whose order it is
     * @param expiresAt when it ends by itself: after now and within {@link #EXPIRY_MAX}
     */
    record Wish(
            @Code String location,
            @Size(min = 1, max = OWNER_LENGTH_MAX) String owner,
            Instant expiresAt,
            @Size(min = 1, max = Posting.LINES_MAX) List<ReservationLine> lines)
            implements Checked {

        @Override
        public void check(Faults faults) {
            BodyNames.refuseRepeats(ReservationLine.skus(lines), faults);
            ReservationLine.check(lines, faults);
        }
    }

    /** Promises stock. */
    @PostMapping("/api/v1/reservations")
    @Needs(value = Permission.RESERVE_STOCK, location = Needs.LocationIn.BODY)
    Answer<ReservationAnswer> reserve(AskedPosting asked, @RequestBody Wish body) {
        var faults = new Faults();
        LocationId location = names.location(asked.caller(), body.location(), faults);
        if (replays.before(asked).isPresent()) {
            return answer(asked, Objects.requireNonNull(location), true);
        }
        Map<String, Variant> variants = names.variants(ReservationLine.skus(body.lines()), faults);
        Instant now = clock.now();
        if (!body.expiresAt().isAfter(now) || body.expiresAt().isAfter(now.plus(EXPIRY_MAX))) {
            faults.at("expiresAt").add("bad-time", "After now, and within 90 days.");
        }
        faults.refuseIfAny();
        Objects.requireNonNull(location);
        return switch (ledger.post(posting(asked, body, location, variants, now))) {
            case Outcome.Applied applied -> answer(asked, location, false);
            case Outcome.Duplicate known -> answer(asked, location, true);
            case Outcome.Refused(var lines) -> throw shortOf(lines);
            case Outcome other -> throw PostedOutcome.refusal(other);
        };
    }

    private static ReservationId id(AskedPosting asked, LocationId location) {
        return new ReservationId(asked.idIn(Region.of(location.value())));
    }

    private Answer<ReservationAnswer> answer(
            AskedPosting asked, LocationId location, boolean replayed) {
        ReservationId id = id(asked, location);
        return new Answer.Made<>(
                201, URI.create("/api/v1/reservations/" + id), answers.granted(id), replayed);
    }

    private Posting posting(
            AskedPosting asked,
            Wish body,
            LocationId location,
            Map<String, Variant> variants,
            Instant now) {
        List<Line> lines = new ArrayList<>();
        for (ReservationLine line : body.lines()) {
            int no = lines.size() + 1;
            lines.add(
                    new Line.Grant(
                            no,
                            String.valueOf(no),
                            location,
                            Objects.requireNonNull(variants.get(line.sku())).id(),
                            line.quantity()));
        }
        return new Posting(
                asked.caller().tenant(),
                asked.identity(),
                asked.content(),
                MovementType.RESERVE,
                false,
                asked.cause(),
                asked.caller().actor(),
                now,
                now,
                0,
                null,
                null,
                null,
                null,
                new Promise(id(asked, location), body.owner(), body.expiresAt()),
                lines);
    }

    private static Refusal shortOf(List<Outcome.Refused.Short> lines) {
        List<Fault> faults =
                lines.stream()
                        .map(
                                line ->
                                        new Fault(
                                                "/lines/" + (line.no() - 1) + "/quantity",
                                                ProblemCode.NOT_ENOUGH_STOCK.word(),
                                                available(line.available())))
                        .toList();
        return new Refusal(
                ProblemCode.NOT_ENOUGH_STOCK, "Nothing was promised: see errors.", faults);
    }

    private static String available(Quantity quantity) {
        return "Only " + quantity + " are available.";
    }
}
