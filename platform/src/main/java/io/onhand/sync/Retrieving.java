package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.inbox.PulledItems;
import io.onhand.inbox.Quiet;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadItem;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Has documents asked for of which a message may have been lost. They are posted as ever. */
@Component
class Retrieving {

    /** How far back a message may have been lost. */
    static final Duration LOST_MAX = Duration.ofDays(7);

    /** Shelves of one look; the others follow at the next. */
    static final int SHELVES_MAX = 1_000;

    private final PluginRunner plugins;
    private final PulledItems inbox;
    private final Quiet quiet;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    Retrieving(
            PluginRunner plugins,
            PulledItems inbox,
            Quiet quiet,
            TenantTransactions transactions,
            BusinessClock clock) {
        this.plugins = plugins;
        this.inbox = inbox;
        this.quiet = quiet;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Waits until what it asked for was worked on; false if something still waits after that. */
    boolean retrieve(Connection connection, Hold hold, List<Compared> differing) {
        int together =
                plugins.declaration(connection.plugin()).map(Declaration::fetchMax).orElse(1);
        String since = clock.now().minus(LOST_MAX).toString();
        Set<DocumentKey> keys = new LinkedHashSet<>();
        int shelves = Math.min(differing.size(), SHELVES_MAX);
        for (int from = 0; from < shelves; from += together) {
            List<Observation> some =
                    differing.subList(from, Math.min(shelves, from + together)).stream()
                            .map(Compared::seen)
                            .toList();
            if (hold.keep()
                    && plugins.missing(connection.installation(), some, since)
                            instanceof Outcome.Ok<List<DocumentKey>>(var found)) {
                keys.addAll(found);
            }
        }
        if (keys.isEmpty()) {
            return true;
        }
        List<ReadItem> hints = keys.stream().<ReadItem>map(ReadItem.Hint::new).toList();
        transactions.write(() -> inbox.keep(connection, hints));
        inbox.wake();
        return quiet.await(connection.id(), Reconciler.QUIET_WAIT_MAX) && hold.keep();
    }
}
