package io.onhand.web.api.v1;

import io.onhand.stock.Outcome;
import io.onhand.stock.PostingId;
import io.onhand.web.api.Answer;
import io.onhand.web.api.AskedPosting;
import io.onhand.web.api.Faults;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.api.v1.PostedAnswer.PostedLine;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a caller what became of its posting. */
final class PostedOutcome {

    private PostedOutcome() {}

    static Answer<PostedAnswer> created(
            PostingId id, List<PostedLine> lines, @Nullable String detail) {
        return answer(id, lines, detail, false);
    }

    static Answer<PostedAnswer> replayed(PostingId id, List<PostedLine> lines) {
        return answer(id, lines, null, true);
    }

    private static Answer<PostedAnswer> answer(
            PostingId id, List<PostedLine> lines, @Nullable String detail, boolean replayed) {
        return new Answer.Made<>(
                201,
                URI.create("/api/v1/postings/" + id),
                new PostedAnswer(id.toString(), lines, detail),
                replayed);
    }

    /** The refusal of what was not posted. */
    static Refusal refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict conflict -> AskedPosting.reused();
            case Outcome.Invalid(var code, var detail) -> {
                var faults = new Faults();
                faults.add(code, detail);
                yield faults.refusal();
            }
            case Outcome.Stale stale ->
                    new Refusal(
                            ProblemCode.WRONG_STATE,
                            "A newer revision of it was posted, or it was taken back already.");
            case Outcome.Unknown unknown -> Refusal.notFound("There is no such posting.");
            case Outcome.Applied applied -> throw new IllegalStateException("posted: " + applied);
            case Outcome.Duplicate known -> throw new IllegalStateException("posted: " + known);
            case Outcome.Held held ->
                    throw new IllegalStateException("only events of connections are held");
            case Outcome.Refused refused ->
                    throw new IllegalStateException("no promise: " + refused);
        };
    }
}
