package onhand.testing;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Cause;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Identity;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Posting;
import io.onhand.stock.Promise;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events of a till, for tests of the queue and of the reading side. */
public final class Sent {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SourceId TILL = new SourceId(Region.HOME.newId());

    private Sent() {}

    public static TenantId tenant() {
        return new TenantId(Region.HOME.newId());
    }

    public static LocationId location() {
        return new LocationId(Region.HOME.newId());
    }

    public static VariantId variant() {
        return new VariantId(Region.HOME.newId());
    }

    /** A sale of so many lines of one each. */
    public static Posting sale(TenantId tenant, LocationId location, String document, int lines) {
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

    public static Line change(int no, LocationId location, VariantId variant, long units) {
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

    public static Line count(int no, LocationId location, VariantId variant, long units) {
        return new Line.Count(no, String.valueOf(no), location, variant, Quantity.ofUnits(units));
    }

    /** An event of one line, of a document of its own. */
    public static Posting event(TenantId tenant, MovementType type, Instant at, Line line) {
        return event(tenant, UUID.randomUUID().toString(), 0, type, at, List.of(line));
    }

    public static Posting event(
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

    /** The next revision of an event, with which its sender takes it back. */
    public static Posting voided(Posting event) {
        Identity identity = event.identity();
        return new Posting(
                event.tenant(),
                new Identity(identity.source(), identity.externalId(), identity.revision() + 1),
                hash("void"),
                MovementType.REVERSAL,
                true,
                event.cause(),
                event.actor(),
                event.occurredAt(),
                event.receivedAt(),
                0,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** An event as a clock sends it that may be off. */
    public static Posting unsure(Posting event, long clockErrorMs) {
        return new Posting(
                event.tenant(),
                event.identity(),
                event.content(),
                event.type(),
                event.voided(),
                event.cause(),
                event.actor(),
                event.occurredAt(),
                event.receivedAt(),
                clockErrorMs,
                event.delivery(),
                event.note(),
                event.reverses(),
                event.fulfils(),
                event.promise(),
                event.lines());
    }

    /** A request for a promise, received when it was made. */
    public static Posting promise(
            TenantId tenant, String id, Instant at, Promise promise, List<Line> lines) {
        return new Posting(
                tenant,
                new Identity(TILL, id, 0),
                hash(id + " " + lines),
                MovementType.RESERVE,
                false,
                new Cause("reservation", promise.reservation().toString()),
                new Actor(Actor.Type.API_KEY, "key"),
                at,
                at,
                0,
                null,
                null,
                null,
                null,
                promise,
                lines);
    }

    public static ContentHash hash(String content) {
        try {
            return new ContentHash(
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
