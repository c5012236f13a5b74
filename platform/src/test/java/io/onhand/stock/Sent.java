package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Events of a till, for tests of the queue and of the reading side. */
final class Sent {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SourceId TILL = new SourceId(Region.HOME.newId());

    private Sent() {}

    static TenantId tenant() {
        return new TenantId(Region.HOME.newId());
    }

    static LocationId location() {
        return new LocationId(Region.HOME.newId());
    }

    static VariantId variant() {
        return new VariantId(Region.HOME.newId());
    }

    /** A sale of so many lines of one each. */
    static Posting sale(TenantId tenant, LocationId location, String document, int lines) {
        return event(
                tenant,
                document,
                0,
                MovementType.SALE,
                NOON,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(no -> change(no, location, variant(), -1))
                        .toList());
    }

    static Line change(int no, LocationId location, VariantId variant, long units) {
        return new Line.Change(
                no,
                String.valueOf(no),
                location,
                variant,
                Account.ON_HAND,
                null,
                Quantity.ofUnits(units),
                null);
    }

    static Line count(int no, LocationId location, VariantId variant, long units) {
        return new Line.Count(no, String.valueOf(no), location, variant, Quantity.ofUnits(units));
    }

    static Posting event(
            TenantId tenant,
            String document,
            long revision,
            MovementType type,
            Instant at,
            List<Line> lines) {
        return new Posting(
                tenant,
                new Identity(TILL, document, revision),
                hash(type + " " + at + " " + lines),
                type,
                false,
                new Cause("source-event", document),
                new Actor(Actor.Type.CONNECTION, "till"),
                at,
                at.plusSeconds(60),
                0,
                null,
                null,
                null,
                null,
                null,
                lines);
    }

    static ContentHash hash(String content) {
        try {
            return new ContentHash(
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
