package io.onhand.channels;

import io.onhand.catalog.PackedVariant;
import io.onhand.catalog.VariantId;
import io.onhand.channels.Reading.Ready;
import io.onhand.channels.Reading.Unapplied;
import io.onhand.channels.Reading.Why;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.Subject;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Cause;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Fulfils;
import io.onhand.stock.Line;
import io.onhand.stock.Posting;
import io.onhand.stock.ReservationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what is to be done with the events of one request, in their order. */
class EventReader {

    static final String CAUSE = "source-event";

    private final Intake intake;
    private final NameBook.Names names;

    /** Identities that an earlier event of this request will take although it is not posted. */
    private final Set<UUID> waiting = new HashSet<>();

    private final Set<UUID> ready = new HashSet<>();

    EventReader(Intake intake, NameBook.Names names) {
        this.intake = intake;
        this.names = names;
    }

    Reading read(Arrived arrived) {
        SourceEvent event = arrived.event();
        var content = EventContent.hash(event);
        UUID id = HeldEvent.idOfWaiting(intake.identity(event));
        LocationId location = names.locations().get(event.location());
        List<Finding> unknown = unknownNames(event, location);
        if (location == null || !unknown.isEmpty()) {
            if (!ready.contains(id)) {
                waiting.add(id);
            }
            return new Unapplied(arrived, content, new Why.UnknownNames(unknown));
        }
        if (waiting.contains(id)) {
            // the same content would name the same unknown thing
            return new Unapplied(arrived, content, new Why.Taken());
        }
        if (splits(event)) {
            return new Unapplied(
                    arrived,
                    content,
                    new Why.Impossible(
                            ExceptionKind.QUANTITY_TOO_FINE,
                            "A pack times its quantity is finer than a millionth."));
        }
        ready.add(id);
        return ready(arrived, content, location);
    }

    /** Whether a line of packs comes to no multiple of a millionth, or to too much. */
    private boolean splits(SourceEvent event) {
        for (SourceEvent.Line line : event.lines()) {
            PackedVariant packed = names.variants().get(line.sku());
            if (packed != null && !line.quantity().fits(packed.pack())) {
                return true;
            }
        }
        return false;
    }

    private List<Finding> unknownNames(SourceEvent event, @Nullable LocationId location) {
        List<Finding> unknown = new ArrayList<>();
        if (location == null) {
            unknown.add(unknown(ExceptionKind.UNKNOWN_LOCATION, "location", event.location()));
        }
        event.lines().stream()
                .map(SourceEvent.Line::sku)
                .distinct()
                .filter(sku -> !names.variants().containsKey(sku))
                .map(sku -> unknown(ExceptionKind.UNKNOWN_VARIANT, "sku", sku))
                .forEach(unknown::add);
        return unknown;
    }

    private Finding unknown(ExceptionKind kind, String what, String name) {
        String connection = intake.connection().code();
        return new Finding(
                kind,
                Subject.of(connection, name),
                "The connection "
                        + connection
                        + " names the "
                        + what
                        + " "
                        + name
                        + ", which is not known.",
                Map.of("connection", connection, what, name));
    }

    private Ready ready(Arrived arrived, ContentHash content, LocationId location) {
        SourceEvent event = arrived.event();
        ReservationId reservation = reservation(event.fulfils());
        boolean nonsense = event.fulfils() != null && reservation == null;
        var posting =
                new Posting(
                        intake.tenant(),
                        intake.identity(event),
                        content,
                        event.type().movement(),
                        event.type() == EventType.VOID,
                        new Cause(CAUSE, event.externalId()),
                        intake.actor(),
                        event.occurredAt(),
                        arrived.receivedAt(),
                        event.clockErrorMs(),
                        arrived.delivery(),
                        event.note(),
                        null,
                        reservation == null ? null : Fulfils.ofFact(reservation),
                        null,
                        lines(event, location));
        return new Ready(posting, nonsense ? "There is no reservation of this id." : null);
    }

    /** What cannot be an id of ours is a reservation that there is not. */
    private static @Nullable ReservationId reservation(@Nullable String text) {
        try {
            return text == null ? null : new ReservationId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private List<Line> lines(SourceEvent event, LocationId location) {
        List<Line> lines = new ArrayList<>(event.lines().size());
        for (SourceEvent.Line line : event.lines()) {
            lines.add(line(lines.size() + 1, event, line, location));
        }
        return lines;
    }

    private Line line(int no, SourceEvent event, SourceEvent.Line line, LocationId location) {
        PackedVariant packed = names.variants().get(line.sku());
        if (packed == null) {
            throw new IllegalStateException("an event with an unknown name is not posted");
        }
        Quantity units = line.quantity().times(packed.pack());
        var id = packed.variant().id();
        return switch (event.type()) {
            case COUNT -> new Line.Count(no, line.line(), location, id, units);
            case SALE -> change(no, event, line, location, id, units.negated());
            case RETURN, RECEIPT, ADJUSTMENT -> change(no, event, line, location, id, units);
            case VOID -> throw new IllegalStateException("a void has no lines");
        };
    }

    private static Line change(
            int no,
            SourceEvent event,
            SourceEvent.Line line,
            LocationId location,
            VariantId variant,
            Quantity units) {
        return new Line.Change(
                no, line.line(), location, variant, Account.ON_HAND, null, units, event.reason());
    }
}
