package io.onhand.stock;

import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The postings that end a promise. Their identity follows from the promise, so a promise is
 * released once, and each of its levels runs out once, whoever notices first.
 */
final class Release {

    private static final Actor EXPIRY = Actor.system("expiry");

    private Release() {}

    /** What runs out at one level. */
    static Posting expiry(ReservationId reservation, LevelKey level, Instant expiresAt) {
        String name = "expiry/" + reservation + "/" + level.location() + "/" + level.variant();
        return posting(
                level.tenant(),
                name,
                new Cause("reservation", reservation.toString()),
                EXPIRY,
                expiresAt,
                List.of(
                        new Line.Release(
                                1,
                                "1",
                                level.location(),
                                level.variant(),
                                reservation,
                                ReservationState.EXPIRED)));
    }

    /** All that is left of a promise, because its owner gives it back. */
    static Posting release(
            ReservationId reservation,
            Collection<LevelKey> levels,
            Cause cause,
            Actor actor,
            Instant now) {
        List<LevelKey> each = List.copyOf(levels);
        List<Line> lines =
                IntStream.rangeClosed(1, each.size())
                        .<Line>mapToObj(no -> line(no, each.get(no - 1), reservation))
                        .toList();
        TenantId tenant = each.getFirst().tenant();
        return posting(tenant, "release/" + reservation, cause, actor, now, lines);
    }

    private static Line line(int no, LevelKey level, ReservationId reservation) {
        return new Line.Release(
                no,
                Integer.toString(no),
                level.location(),
                level.variant(),
                reservation,
                ReservationState.RELEASED);
    }

    private static Posting posting(
            TenantId tenant, String name, Cause cause, Actor actor, Instant at, List<Line> lines) {
        return new Posting(
                tenant,
                Identity.ofOnhand(name),
                ContentHash.of(name),
                MovementType.RELEASE,
                false,
                cause,
                actor,
                at,
                at,
                0,
                null,
                null,
                null,
                null,
                null,
                lines);
    }
}
