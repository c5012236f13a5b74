package io.onhand.sync;

import io.onhand.channels.Connection.Mode;
import io.onhand.channels.EventOutcome;
import io.onhand.channels.EventType;
import io.onhand.channels.SourceEvent;
import io.onhand.channels.SourceEvents;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.OpenWork;
import io.onhand.inbox.DriftDoor;
import io.onhand.inbox.SettlementPreview;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Settles drift as a person wants it. The till's number is taken by an adjustment of the
 * connection, so that the till is not told what it shows already.
 */
@Component
class DriftSettlements implements DriftDoor {

    private static final String REASON = "data-entry-error";
    private static final String NOTE = "The till's number was taken.";

    private final DriftLooks looks;
    private final SourceEvents events;
    private final OurNumbers ours;
    private final Exceptions exceptions;
    private final BusinessClock clock;

    DriftSettlements(
            DriftLooks looks,
            SourceEvents events,
            OurNumbers ours,
            Exceptions exceptions,
            BusinessClock clock) {
        this.looks = looks;
        this.events = events;
        this.ours = ours;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @Override
    public Optional<SettlementPreview.Level> foresee(OpenWork drift) {
        return looks.of(drift)
                .filter(look -> look.connection().mode() == Mode.LIVE)
                .map(
                        look ->
                                new SettlementPreview.Level(
                                        drift.links().getOrDefault("location", ""),
                                        drift.links().getOrDefault("sku", ""),
                                        look.level().ours(),
                                        look.level().theirs()));
    }

    @Override
    public boolean takeTheirs(OpenWork drift) {
        return isSettled(drift, looks.of(drift).filter(look -> isTaken(drift, look)));
    }

    private boolean isSettled(OpenWork drift, Optional<DriftLooks.Look> look) {
        look.ifPresent(looks::forget);
        return look.isPresent() && exceptions.close(drift.id());
    }

    private boolean isTaken(OpenWork drift, DriftLooks.Look look) {
        if (look.level().agrees()) {
            return true;
        }
        SourceEvent event = adjustment(drift, look.level());
        EventOutcome outcome =
                events.take(look.connection(), CurrentTenant.act().actor(), List.of(event))
                        .getFirst()
                        .outcome();
        return outcome == EventOutcome.APPLIED || outcome == EventOutcome.DUPLICATE;
    }

    private SourceEvent adjustment(OpenWork drift, Compared level) {
        var line =
                new SourceEvent.Line("1", level.seen().item(), level.theirs().minus(level.ours()));
        return new SourceEvent(
                "drift/" + drift.id(),
                0,
                EventType.ADJUSTMENT,
                level.seen().location(),
                clock.now(),
                0,
                null,
                REASON,
                NOTE,
                List.of(line));
    }

    @Override
    public boolean pushOurs(OpenWork drift) {
        Instant now = clock.now();
        return isSettled(drift, looks.ofOurs(drift).filter(look -> isTold(look, now)));
    }

    private boolean isTold(DriftLooks.Look look, Instant at) {
        return ours.tell(look.connection(), List.of(look.level()), at) > 0;
    }
}
