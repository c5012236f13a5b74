package io.onhand.web.api.v1;

import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.stock.Cause;
import io.onhand.stock.Identity;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posted;
import io.onhand.stock.Posting;
import io.onhand.stock.PostingQueries;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.BusinessClock;
import io.onhand.web.api.Answer;
import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import io.onhand.web.security.Within;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes back postings. Each can be taken back once, by whoever comes first: the request that did it
 * is known by the cause that it left, any other one finds that it is done.
 */
@RestController
class ReversalController {

    private final PostingQueries postings;
    private final Replays replays;
    private final StockLedger ledger;
    private final BusinessClock clock;

    ReversalController(
            PostingQueries postings, Replays replays, StockLedger ledger, BusinessClock clock) {
        this.postings = postings;
        this.replays = replays;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Why it is taken back. */
    record Reversal(@Nullable @Size(max = 2_000) String note) {}

    /** Takes back what stands of a posting. */
    @PostMapping("/api/v1/postings/{id}/reversals")
    @Needs(value = Permission.REVERSE_POSTINGS, location = Needs.LocationIn.PATH)
    Answer<PostedAnswer> reverse(
            AskedPosting asked,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reversal body) {
        Posted posted = reversed(asked.caller(), id);
        String note = body == null ? null : body.note();
        Posting reversal = reversal(asked, posted.head().identity(), note);
        if (!isDoneBy(asked, reversal.identity())) {
            asked.refuseAgain();
            refuseWhatIsNoFact(posted);
        }
        return switch (ledger.post(reversal)) {
            case Outcome.Applied(var made, var levels, var detail) ->
                    PostedOutcome.created(made, replays.lines(made), detail);
            case Outcome.Duplicate(var made, var cause) -> {
                refuseOther(asked, cause);
                yield PostedOutcome.replayed(made, replays.lines(made));
            }
            case Outcome.Conflict(var made, var cause) -> {
                refuseOther(asked, cause);
                throw AskedPosting.reused();
            }
            case Outcome other -> throw PostedOutcome.refusal(other);
        };
    }

    private Posted reversed(Caller caller, String id) {
        Posted posted =
                PostingController.id(id)
                        .flatMap(postings::posting)
                        .orElseThrow(() -> Refusal.notFound("There is no posting of this id."));
        posted.movements().forEach(m -> Within.limit(caller, m.id().location()));
        return posted;
    }

    private Posting reversal(AskedPosting asked, Identity reversed, @Nullable String note) {
        return Posting.reversal(
                asked.caller().tenant(),
                reversed,
                asked.content(),
                asked.cause(),
                asked.caller().actor(),
                clock.now(),
                note);
    }

    private boolean isDoneBy(AskedPosting asked, Identity reversal) {
        return postings.posting(reversal.postingId())
                .filter(done -> done.head().cause().equals(asked.cause()))
                .isPresent();
    }

    private static void refuseWhatIsNoFact(Posted posted) {
        boolean fact =
                switch (posted.head().type()) {
                    case "reversal", "reserve", "release", "superseded" -> false;
                    case String other -> true;
                };
        if (!fact) {
            throw wrongState("A " + posted.head().type() + " cannot be taken back.");
        }
    }

    private static void refuseOther(AskedPosting asked, Cause cause) {
        if (!cause.equals(asked.cause())) {
            throw wrongState("This posting was taken back before.");
        }
    }

    private static Refusal wrongState(String detail) {
        return new Refusal(ProblemCode.WRONG_STATE, detail);
    }
}
