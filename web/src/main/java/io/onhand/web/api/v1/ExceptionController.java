package io.onhand.web.api.v1;

import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.inbox.SettlementResult;
import io.onhand.inbox.Settlements;
import io.onhand.web.api.Answer;
import io.onhand.web.api.Asked;
import io.onhand.web.api.Faults;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.QueryValues;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Open work for people. */
@RestController
class ExceptionController {

    private static final String PATH = "/api/v1/exceptions";

    private final ExceptionQueries queries;
    private final Settlements settlements;
    private final SettlementBodies bodies;
    private final VisibleExceptions visible;

    ExceptionController(
            ExceptionQueries queries,
            Settlements settlements,
            SettlementBodies bodies,
            VisibleExceptions visible) {
        this.queries = queries;
        this.settlements = settlements;
        this.bodies = bodies;
        this.visible = visible;
    }

    /** The states of an exception. */
    enum State {
        OPEN,
        CLOSED;

        String word() {
            return this == OPEN ? "open" : "closed";
        }
    }

    /** Exceptions, those that came up last first. */
    @GetMapping(PATH)
    @Needs(value = Permission.READ_EXCEPTIONS, location = Needs.LocationIn.FILTER)
    Page<ExceptionAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            Paging paging) {
        Boolean open =
                state == null
                        ? null
                        : QueryValues.word("state", state, State.values(), State::word)
                                == State.OPEN;
        ExceptionKind wanted =
                kind == null
                        ? null
                        : QueryValues.word(
                                "kind", kind, ExceptionKind.values(), ExceptionKind::word);
        return paging.page(
                visible.page(caller, open, wanted, after(paging.after()), paging.rows()),
                ExceptionAnswer::of,
                work -> List.of(work.firstAt().toString(), work.id().toString()));
    }

    /** Settles one; what waited for it is posted before the answer. */
    @PostMapping(PATH + "/{id}/settlements")
    @ResponseStatus(HttpStatus.OK)
    @Needs(value = Permission.SETTLE_EXCEPTIONS, location = Needs.LocationIn.PATH)
    Answer<ExceptionAnswer> settle(
            Caller caller, Asked asked, @PathVariable String id, @RequestBody SettlementBody body) {
        ExceptionId exception = id(id).orElseThrow(ExceptionController::noSuchException);
        visible.hold(
                caller, queries.find(exception).orElseThrow(ExceptionController::noSuchException));
        Optional<Answer<ExceptionAnswer>> before = asked.before();
        if (before.isPresent()) {
            return before.get();
        }
        OpenWork settled =
                switch (settlements.settle(exception, bodies.settlement(caller, body))) {
                    case SettlementResult.Done(var work) -> work;
                    case SettlementResult.NotFound() -> throw noSuchException();
                    case SettlementResult.SettledBefore() ->
                            throw new Refusal(
                                    ProblemCode.WRONG_STATE, "This exception is settled already.");
                    case SettlementResult.NotOffered() -> throw notOffered();
                };
        return asked.once(() -> Answer.done(ExceptionAnswer.of(settled)));
    }

    private static Refusal notOffered() {
        var faults = new Faults();
        faults.at("action").add("not-offered", "This exception is not settled in that way.");
        return faults.refusal();
    }

    private static Optional<ExceptionId> id(String text) {
        return PostingController.id(text).map(id -> new ExceptionId(id.value()));
    }

    private static ExceptionQueries.Place after(List<String> cursor) {
        return cursor.isEmpty()
                ? ExceptionQueries.Place.START
                : new ExceptionQueries.Place(
                        Instant.parse(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }

    private static Refusal noSuchException() {
        return Refusal.notFound("There is no exception of this id.");
    }
}
