package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's trading as postings: two places, three teas, two tills of which A comes before B in
 * the order of ties. Times are minutes of one morning that is over.
 */
record Shop(TenantId tenant, Instant morning) {

    static final SourceId TILL_A = new SourceId(new UUID(1, 9));
    static final SourceId TILL_B = new SourceId(new UUID(0x80_0000_0000_0000L, 9));
    static final LocationId LONDON = new LocationId(new UUID(0x7fL << 40, 1));
    static final LocationId PARIS = new LocationId(new UUID(0x80L << 40, 1));
    static final VariantId MATCHA = new VariantId(new UUID(1, 2));
    static final VariantId SENCHA = new VariantId(new UUID(2, 2));
    static final VariantId OOLONG = new VariantId(new UUID(-1, 2));

    private static final Actor TILL = new Actor(Actor.Type.CONNECTION, "till");

    static Shop open(Instant now) {
        return new Shop(
                new TenantId(Region.HOME.newId()),
                now.minus(Duration.ofHours(12)).truncatedTo(ChronoUnit.MICROS));
    }

    Instant at(long minute) {
        return morning.plus(Duration.ofMinutes(minute));
    }

    LevelKey level(LocationId location, VariantId variant) {
        return new LevelKey(tenant, location, variant);
    }

    Draft sale(String id, long minute) {
        return new Draft(this, new Identity(TILL_A, id, 0), MovementType.SALE, at(minute));
    }

    Draft receipt(String id, long minute) {
        return new Draft(this, new Identity(TILL_A, id, 0), MovementType.RECEIPT, at(minute));
    }

    Draft count(String id, long minute) {
        return new Draft(this, new Identity(TILL_A, id, 0), MovementType.COUNT, at(minute));
    }

    Draft adjustment(String id, String reason) {
        var draft = new Draft(this, new Identity(TILL_A, id, 0), MovementType.ADJUSTMENT, at(1));
        draft.reason = reason;
        return draft;
    }

    /** Puts matcha in London aside, or back when negative. */
    Posting withhold(String id, long units) {
        var draft = new Draft(this, new Identity(TILL_A, id, 0), MovementType.HOLD, at(1));
        draft.lines.add(
                new Line.Change(
                        1,
                        "1",
                        LONDON,
                        MATCHA,
                        Account.UNAVAILABLE,
                        "damaged",
                        Quantity.ofUnits(units),
                        null));
        return draft.posted();
    }

    /** Sends matcha from London on its way to Paris. */
    Posting ship(String id, long units) {
        return ship(id, MATCHA, units).posted();
    }

    /** Sends tea from London on its way to Paris. */
    Draft ship(String id, VariantId variant, long units) {
        return new Draft(this, new Identity(TILL_A, id, 0), MovementType.SHIP, at(1))
                .line(LONDON, variant, -units)
                .inTransit(PARIS, variant, units);
    }

    /** Takes tea in Paris off its way. */
    Draft arrive(String id, VariantId variant, long units) {
        return new Draft(this, new Identity(TILL_A, id, 0), MovementType.ARRIVE, at(1))
                .inTransit(PARIS, variant, -units)
                .line(PARIS, variant, units);
    }

    Draft promise(String id, Instant expiresAt) {
        var promise =
                new Promise(
                        new ReservationId(
                                UUID.nameUUIDFromBytes(
                                        (tenant + id).getBytes(StandardCharsets.UTF_8))),
                        "order " + id,
                        expiresAt);
        var draft = new Draft(this, new Identity(TILL_A, id, 0), MovementType.RESERVE, at(0));
        draft.promise = promise;
        return draft;
    }

    /** Takes a posting back. */
    Posting undo(Posting posting, String request) {
        return Posting.reversal(
                tenant,
                posting.identity(),
                ContentHash.of("undo"),
                new Cause("request", request),
                TILL,
                at(700),
                null);
    }

    /** A posting being written. */
    static final class Draft {

        private final Shop shop;
        private Identity identity;
        private final MovementType type;
        private Instant occurredAt;
        private @Nullable Instant receivedAt;
        private boolean voided;
        private @Nullable Fulfils fulfils;
        private @Nullable Promise promise;
        private @Nullable String reason;
        private final List<Line> lines = new ArrayList<>();

        private Draft(Shop shop, Identity identity, MovementType type, Instant occurredAt) {
            this.shop = shop;
            this.identity = identity;
            this.type = type;
            this.occurredAt = occurredAt;
        }

        Draft from(SourceId source) {
            identity = new Identity(source, identity.externalId(), identity.revision());
            return this;
        }

        Draft revision(long revision) {
            identity = identity.withRevision(revision);
            return this;
        }

        Draft occurred(Instant at) {
            occurredAt = at;
            return this;
        }

        Draft received(Instant at) {
            receivedAt = at;
            return this;
        }

        Draft fulfils(Posting promised) {
            fulfils = Fulfils.ofFact(reservation(promised));
            return this;
        }

        Draft fulfilsWholly(Posting promised) {
            fulfils = Fulfils.whole(reservation(promised));
            return this;
        }

        private static ReservationId reservation(Posting promised) {
            return Objects.requireNonNull(promised.promise(), "a promise").reservation();
        }

        Draft line(LocationId location, VariantId variant, long units) {
            int no = lines.size() + 1;
            String id = Integer.toString(no);
            Quantity quantity = Quantity.ofUnits(units);
            if (promise != null) {
                lines.add(new Line.Grant(no, id, location, variant, quantity));
            } else if (type == MovementType.COUNT) {
                lines.add(new Line.Count(no, id, location, variant, quantity));
            } else {
                lines.add(
                        new Line.Change(
                                no,
                                id,
                                location,
                                variant,
                                Account.ON_HAND,
                                null,
                                quantity,
                                reason));
            }
            return this;
        }

        private Draft inTransit(LocationId location, VariantId variant, long units) {
            int no = lines.size() + 1;
            lines.add(
                    new Line.Change(
                            no,
                            Integer.toString(no),
                            location,
                            variant,
                            Account.IN_TRANSIT,
                            null,
                            Quantity.ofUnits(units),
                            null));
            return this;
        }

        /** A line of matcha in London. */
        Draft matcha(long units) {
            return line(LONDON, MATCHA, units);
        }

        Posting nothing() {
            voided = true;
            return posted();
        }

        Posting posted() {
            String content = type + "/" + occurredAt + "/" + voided + "/" + lines;
            return new Posting(
                    shop.tenant,
                    identity,
                    ContentHash.of(content),
                    type,
                    voided,
                    new Cause("source-event", identity.externalId()),
                    TILL,
                    occurredAt,
                    receivedAt == null ? shop.at(700) : receivedAt,
                    0,
                    null,
                    null,
                    null,
                    fulfils,
                    promise,
                    lines);
        }
    }
}
