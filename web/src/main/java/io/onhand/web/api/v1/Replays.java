package io.onhand.web.api.v1;

import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.Posted;
import io.onhand.stock.PostingContentQueries;
import io.onhand.stock.PostingId;
import io.onhand.stock.PostingQueries;
import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.v1.PostedAnswer.PostedLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers again what was asked before, from what was posted then. */
@Component
class Replays {

    private final PostingContentQueries contents;
    private final PostingQueries postings;

    Replays(PostingContentQueries contents, PostingQueries postings) {
        this.contents = contents;
        this.postings = postings;
    }

    /**
     * What this request posted before, if it did.
     *
     * @throws io.onhand.web.api.Refusal what it was refused with before, or {@code
     *     idempotency-key-reused}
     */
    Optional<PostingId> before(AskedPosting asked) {
        PostingId id = asked.identity().postingId();
        var content = contents.content(id);
        if (content.isEmpty()) {
            asked.refuseAgain();
            return Optional.empty();
        }
        if (!content.get().equals(asked.content())) {
            throw AskedPosting.reused();
        }
        return Optional.of(id);
    }

    /** Each level that a posting moved, as it left it, by location and SKU. */
    List<PostedLine> lines(PostingId id) {
        Posted posted = postings.posting(id).orElseThrow();
        Map<String, PostedLine> lines = new LinkedHashMap<>();
        for (Movement movement : posted.movements()) {
            lines.merge(
                    movement.location() + "\n" + movement.sku(),
                    line(movement, Quantity.ZERO),
                    (before, now) -> line(movement, before.onHand()));
        }
        return List.copyOf(lines.values());
    }

    private static PostedLine line(Movement movement, Quantity onHandBefore) {
        return new PostedLine(
                movement.sku(),
                movement.location(),
                movement.account() == Account.ON_HAND ? movement.balanceAfter() : onHandBefore,
                movement.id().levelSeq());
    }
}
