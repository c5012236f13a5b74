package io.onhand.sync;

import io.onhand.channels.Connection.Mode;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.OpenWork;
import io.onhand.inbox.DriftDoor;
import io.onhand.inbox.SettlementPreview;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settles drift as a person wants it. */
@Component
class DriftSettlements implements DriftDoor {

    private final DriftLooks looks;
    private final DriftPostings postings;
    private final OurNumbers ours;
    private final Exceptions exceptions;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    DriftSettlements(
            DriftLooks looks,
            DriftPostings postings,
            OurNumbers ours,
            Exceptions exceptions,
            TenantTransactions transactions,
            BusinessClock clock) {
        this.looks = looks;
        this.postings = postings;
        this.ours = ours;
        this.exceptions = exceptions;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<SettlementPreview.Level> foresee(OpenWork drift) {
        return looks.of(drift)
                .filter(DriftSettlements::isLive)
                .map(look -> level(drift, look, look.level().theirs()));
    }

    @Override
    public Optional<SettlementPreview.Level> foresee(OpenWork drift, Quantity counted) {
        return looks.ofOurs(drift)
                .filter(DriftSettlements::isLive)
                .map(look -> level(drift, look, counted));
    }

    private static boolean isLive(DriftLooks.Look look) {
        return look.connection().mode() == Mode.LIVE;
    }

    private static SettlementPreview.Level level(
            OpenWork drift, DriftLooks.Look look, Quantity after) {
        return new SettlementPreview.Level(
                drift.links().getOrDefault("location", ""),
                drift.links().getOrDefault("sku", ""),
                look.level().ours(),
                after);
    }

    @Override
    public boolean countIt(OpenWork drift, Quantity counted) {
        return isSettled(
                drift,
                looks.ofOurs(drift)
                        .filter(DriftSettlements::isLive)
                        .filter(look -> postings.count(drift.id(), look.level(), counted)));
    }

    @Override
    public boolean takeTheirs(OpenWork drift) {
        return isSettled(
                drift,
                looks.of(drift)
                        .filter(DriftSettlements::isLive)
                        .filter(look -> isTaken(drift, look)));
    }

    /** Both at once: who finds the look forgotten finds the exception closed, too. */
    private boolean isSettled(OpenWork drift, Optional<DriftLooks.Look> look) {
        return look.isPresent()
                && transactions.write(
                        () -> {
                            looks.forget(look.get());
                            return exceptions.close(drift.id());
                        });
    }

    private boolean isTaken(OpenWork drift, DriftLooks.Look look) {
        return look.level().agrees()
                || postings.take(drift.id(), look.connection().id(), look.level());
    }

    @Override
    public boolean canPushOurs(OpenWork drift) {
        return looks.ofOurs(drift)
                .filter(look -> ours.canBeTold(look.connection(), look.level()))
                .isPresent();
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
