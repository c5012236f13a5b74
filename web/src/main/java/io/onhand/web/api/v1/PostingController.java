package io.onhand.web.api.v1;

import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Permission;
import io.onhand.stock.Posted;
import io.onhand.stock.PostingHead;
import io.onhand.stock.PostingId;
import io.onhand.stock.PostingQueries;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import io.onhand.web.security.Within;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was posted. */
@RestController
class PostingController {

    private final PostingQueries postings;
    private final Sources sources;

    PostingController(PostingQueries postings, Sources sources) {
        this.postings = postings;
        this.sources = sources;
    }

    /** A posting as callers see it. */
    record PostingAnswer(
            String id,
            String source,
            String externalId,
            long revision,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            ActorAnswer actor,
            @Nullable UUID delivery,
            List<MovementAnswer> movements,
            List<RepeatAnswer> repeats) {}

    /** A posting with its movements and what repeated it. */
    @GetMapping("/api/v1/postings/{id}")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.PATH)
    PostingAnswer read(Caller caller, @PathVariable String id) {
        Posted posted =
                id(id).flatMap(postings::posting).orElseThrow(PostingController::noSuchPosting);
        holdToLimit(caller, posted);
        PostingHead head = posted.head();
        return new PostingAnswer(
                head.id().toString(),
                sources.name(head),
                head.identity().externalId(),
                head.identity().revision(),
                head.type(),
                head.occurredAt(),
                head.recordedAt(),
                ActorAnswer.of(head.actor()),
                head.delivery(),
                sources.movements(posted.movements()),
                posted.repeats().stream().map(RepeatAnswer::of).toList());
    }

    /** A limited caller sees what happened at its own locations only, and all of it. */
    private static void holdToLimit(Caller caller, Posted posted) {
        posted.movements().forEach(m -> Within.limit(caller, m.id().location()));
        if (posted.movements().isEmpty() && caller.limit() instanceof LocationLimit.Only) {
            throw noSuchPosting();
        }
    }

    static Optional<PostingId> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new PostingId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refusal noSuchPosting() {
        return Refusal.notFound("There is no posting of this id.");
    }
}
