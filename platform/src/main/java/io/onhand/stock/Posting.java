package io.onhand.stock;

import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the ledger: all of it is posted, or nothing.
 *
 * @param content hash over what was sent, never over what it was mapped to
 * @param type the type of the fact; {@code SALE} of a document that a {@code voided} one takes back
 *     keeps the document's type
 * @param voided the document comes to nothing; no lines then
 * @param occurredAt when it happened; a time after the receipt counts as the receipt
 * @param receivedAt when the first receipt of this event was kept
 * @param clockErrorMs by how much the sender's clock may be off, milliseconds
 * @param delivery the raw message it came in
 * @param reverses the posting that this one takes back, by its identity, because a reversal is an
 *     event of that document; no lines then
 * @param fulfils the promise that the lines use up
 * @param promise present if the lines are {@link Line.Grant}s
 * @param lines at most {@link #LINES_MAX}
 * @param settlesHeld it is the event that is held under its identity, and comes in now
 */
public record Posting(
        TenantId tenant,
        Identity identity,
        ContentHash content,
        MovementType type,
        boolean voided,
        Cause cause,
        Actor actor,
        Instant occurredAt,
        Instant receivedAt,
        long clockErrorMs,
        @Nullable UUID delivery,
        @Nullable String note,
        @Nullable Identity reverses,
        @Nullable Fulfils fulfils,
        @Nullable Promise promise,
        List<Line> lines,
        boolean settlesHeld) {

    public static final int LINES_MAX = 1_000;

    public Posting {
        lines = List.copyOf(lines);
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("a posting of " + lines.size() + " lines");
        }
        if (lines.isEmpty() != (voided || reverses != null)) {
            throw new IllegalArgumentException(
                    "lines belong to every posting but a void and a reversal");
        }
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A posting of something that was not held. */
    public Posting(
            TenantId tenant,
            Identity identity,
            ContentHash content,
            MovementType type,
            boolean voided,
            Cause cause,
            Actor actor,
            Instant occurredAt,
            Instant receivedAt,
            long clockErrorMs,
            @Nullable UUID delivery,
            @Nullable String note,
            @Nullable Identity reverses,
            @Nullable Fulfils fulfils,
            @Nullable Promise promise,
            List<Line> lines) {
        this(
                tenant,
                identity,
                content,
                type,
                voided,
                cause,
                actor,
                occurredAt,
                receivedAt,
                clockErrorMs,
                delivery,
                note,
                reverses,
                fulfils,
                promise,
                lines,
                false);
    }

    /** The same for the one who settles the event that is held under its identity. */
    public Posting settlingHeld() {
        return new Posting(
                tenant,
                identity,
                content,
                type,
                voided,
                cause,
                actor,
                occurredAt,
                receivedAt,
                clockErrorMs,
                delivery,
                note,
                reverses,
                fulfils,
                promise,
                lines,
                true);
    }

    /**
     * Takes a posting back, whoever asks and however often: its identity follows from what it
     * reverses. A second one is a {@link Outcome.Duplicate} or {@link Outcome.Conflict}, and the
     * cause in it tells whether it is the same request.
     *
     * @param reversed the posting that is to be taken back
     * @param content hash over the request's body
     * @param cause type {@code request}, id a digest of caller, route and key
     * @param now when it is asked
     */
    public static Posting reversal(
            TenantId tenant,
            Identity reversed,
            ContentHash content,
            Cause cause,
            Actor actor,
            Instant now,
            @Nullable String note) {
        return new Posting(
                tenant,
                Identity.ofOnhand("undo/" + reversed.postingId()),
                content,
                MovementType.REVERSAL,
                false,
                cause,
                actor,
                now,
                now,
                0,
                null,
                note,
                reversed,
                null,
                null,
                List.of());
    }

    /** Whether it ends a promise. */
    boolean isRelease() {
        return !lines.isEmpty() && lines.getFirst() instanceof Line.Release;
    }

    /** When it counts: never after it was received. */
    public Instant effectiveAt() {
        return occurredAt.isAfter(receivedAt) ? receivedAt : occurredAt;
    }
}
