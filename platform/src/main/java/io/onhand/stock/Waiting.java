package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A posting in the queue, and the one to come after it. */
class Waiting {

    private final Posting posting;
    private final long sinceNanos;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /** The next event of the same document. Guarded by the waiting room. */
    private @Nullable Waiting next;

    Waiting(Posting posting, long sinceNanos) {
        this.posting = posting;
        this.sinceNanos = sinceNanos;
    }

    /**
     * What keeps its order.
     *
     * @param source who tells of it
     * @param externalId the source's own id of it
     */
    record Document(SourceId source, String externalId) {}

    Posting posting() {
        return posting;
    }

    TenantId tenant() {
        return posting.tenant();
    }

    /** A reversal is an event of the document that it reverses. */
    Document document() {
        Identity reversed = posting.reverses();
        Identity identity = reversed == null ? posting.identity() : reversed;
        return new Document(identity.source(), identity.externalId());
    }

    /** The room it takes; a void and a reversal, which have no lines of their own, take one. */
    int lines() {
        return Math.max(1, posting.lines().size());
    }

    long sinceNanos() {
        return sinceNanos;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    @Nullable Waiting next() {
        return next;
    }

    void followedBy(Waiting later) {
        next = later;
    }

    /**
     * The lane for it: that of its tenant and first location, so that the lanes of a program hardly
     * meet on a level.
     */
    int lane(int lanes) {
        int place =
                posting.lines().isEmpty()
                        ? document().hashCode()
                        : posting.lines().getFirst().location().hashCode();
        return Math.floorMod(31 * tenant().hashCode() + place, lanes);
    }
}
