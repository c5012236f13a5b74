package io.onhand.web.api;

import io.onhand.requests.KeptAnswer;
import io.onhand.requests.KeptAnswers;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that may be sent again: a POST that moves no stock takes this as an argument and does
 * its work by {@link #once}. Without an idempotency key it is done each time.
 */
public final class Asked {

    private final KeptAnswers answers;
    private final JsonMapper json;
    private final @Nullable UUID id;
    private final Supplier<byte[]> bodyHash;

    /**
     * Notes what is asked.
     *
     * @param id caller, route and key; null without a key
     * @param bodyHash of the body, once it was read
     */
    Asked(KeptAnswers answers, JsonMapper json, @Nullable UUID id, Supplier<byte[]> bodyHash) {
        this.answers = answers;
        this.json = json;
        this.id = id;
        this.bodyHash = bodyHash;
    }

    /**
     * Does the work, or answers what it was answered the first time. The work runs in a transaction
     * that also notes the answer, and may run several times.
     *
     * @throws Refusal {@code idempotency-key-reused} if the first time had another body
     */
    public <T> Answer<T> once(Supplier<Answer<T>> work) {
        if (id == null) {
            return work.get();
        }
        return answers.once(id, bodyHash.get(), work, this::kept, this::again);
    }

    /**
     * What the same request was answered before; for work that cannot run inside {@link #once}, and
     * whose answer is kept by it afterwards.
     *
     * @throws Refusal the same as before, or {@code idempotency-key-reused}
     */
    public <T> Optional<Answer<T>> before() {
        return id == null ? Optional.empty() : answers.find(id).map(this::<T>again);
    }

    /**
     * Refuses again what was refused before.
     *
     * @throws Refusal the same, or {@code idempotency-key-reused}
     */
    void refuseAgain() {
        if (id != null) {
            answers.find(id).ifPresent(this::again);
        }
    }

    /** Keeps a refusal, so that the same request is refused again. */
    void keep(Problem problem) {
        if (id != null) {
            answers.keep(
                    id,
                    new KeptAnswer(
                            bodyHash.get(),
                            problem.status(),
                            null,
                            json.writeValueAsString(problem)));
        }
    }

    byte[] bodyHash() {
        return bodyHash.get();
    }

    private <T> KeptAnswer kept(Answer<T> answer) {
        return switch (answer) {
            case Answer.Made<T>(var status, var location, var body, var replayed) ->
                    new KeptAnswer(
                            bodyHash.get(),
                            status,
                            location == null ? null : location.toString(),
                            json.writeValueAsString(body));
            case Answer.Kept<T> kept -> throw new IllegalStateException("kept twice: " + kept);
        };
    }

    private <T> Answer<T> again(KeptAnswer kept) {
        if (!kept.isFor(bodyHash.get())) {
            throw reused();
        }
        if (kept.status() >= 400) {
            throw Refusal.again(json.readValue(kept.json(), Problem.class));
        }
        return new Answer.Kept<>(
                kept.status(),
                kept.location() == null ? null : URI.create(kept.location()),
                json.readTree(kept.json()));
    }

    static Refusal reused() {
        return new Refusal(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This idempotency key was used for another body; use a new one.");
    }
}
