package io.onhand.relay;

import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells all programs what a transaction of a tenant does, when it commits and only then. */
@Component
public class Announcements {

    private final AnnouncementStatements statements;
    private final MachineClock clock;
    private final Relay relay;

    Announcements(AnnouncementStatements statements, MachineClock clock, Relay relay) {
        this.statements = statements;
        this.clock = clock;
        this.relay = relay;
    }

    /**
     * Announces something in the writing transaction that runs, which must not live longer than 5
     * s: readers look back no further.
     *
     * @param topic what it is about, 1–60 characters
     * @param envelope what consumers of that topic expect
     */
    public void announce(String topic, String envelope) {
        var tenant = CurrentTenant.id();
        int shard = Math.floorMod(tenant.hashCode(), Relay.SHARDS);
        statements.insert(
                shard, clock.now(), Region.of(tenant.value()).newId(), tenant, topic, envelope);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        relay.nudge();
                    }
                });
    }
}
