package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.KnownNames.Shelf;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a vendor for all of its stock and keeps it as what was last seen. */
@Component
class Observing {

    static final int PAGES_MAX = 2_000;
    static final int SHELVES_MAX = 200_000;

    private final PluginRunner plugins;
    private final TillStockStatements stock;
    private final ConnectionStandStatements stands;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    Observing(
            PluginRunner plugins,
            TillStockStatements stock,
            ConnectionStandStatements stands,
            TenantTransactions transactions,
            BusinessClock clock) {
        this.plugins = plugins;
        this.stock = stock;
        this.stands = stands;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Asks for all of it.
     *
     * @param seen what the vendor told, where it is newer than what a message told
     */
    Ended walk(Connection connection, Hold hold, Map<Shelf, Observation> seen) {
        String cursor = null;
        for (int pages = 0; pages < PAGES_MAX && seen.size() < SHELVES_MAX; pages++) {
            if (!hold.keep()) {
                return Ended.LOST;
            }
            Outcome<Page<Observation>> answer = plugins.observe(connection.installation(), cursor);
            if (!(answer instanceof Outcome.Ok<Page<Observation>>(var page))) {
                return Ended.of(answer);
            }
            if (!Polling.isUsable(cursor, page)) {
                return new Ended.Failed("The plugin does not say where to go on.", Duration.ZERO);
            }
            keep(connection, SeenStock.usable(page.items()), seen);
            if (!page.more()) {
                return done(connection);
            }
            cursor = page.cursor();
        }
        return new Ended.Failed("The vendor has more stock than can be compared.", Duration.ZERO);
    }

    private Ended done(Connection connection) {
        return transactions.write(
                () -> {
                    stands.observed(connection.id(), clock.now());
                    return Ended.WELL;
                });
    }

    /** A message may have told meanwhile what is newer. */
    private void keep(Connection connection, List<Observation> page, Map<Shelf, Observation> seen) {
        if (page.isEmpty()) {
            return;
        }
        List<Observation> newest =
                transactions.write(
                        () -> {
                            stock.put(connection.id(), page, clock.now());
                            return stock.of(connection.id(), page);
                        });
        newest.forEach(one -> seen.put(new Shelf(one.location(), one.item()), one));
    }
}
