package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.plugins.PluginRunner;
import io.onhand.plugins.VendorAddresses;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A connection's turn to ask its vendor: what is new, and now and then its catalogue and all of its
 * stock.
 */
@Component
class Puller implements Task {

    /** From the beginning of one poll to the next. */
    static final Duration EVERY = Duration.ofSeconds(60);

    static final Duration CATALOGUE_EVERY = Duration.ofMinutes(15);

    /** From a walk through the catalogue that failed to the next. */
    static final Duration CATALOGUE_AGAIN = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(60);

    /** From one look to the next whether a vendor's stand-in runs. */
    private static final Duration STAND_IN_PAUSE = Duration.ofSeconds(1);

    private final ConnectionQueries connections;
    private final PluginRunner plugins;
    private final VendorAddresses addresses;
    private final ConnectionStandQueries stands;
    private final ConnectionStandStatements statements;
    private final Polling polling;
    private final CatalogueWalk catalogue;
    private final Reconciler reconciler;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final MachineClock machine;
    private final SyncMeters meters;

    Puller(
            ConnectionQueries connections,
            PluginRunner plugins,
            VendorAddresses addresses,
            ConnectionStandQueries stands,
            ConnectionStandStatements statements,
            Polling polling,
            CatalogueWalk catalogue,
            Reconciler reconciler,
            TenantTransactions transactions,
            BusinessClock clock,
            MachineClock machine,
            SyncMeters meters) {
        this.connections = connections;
        this.plugins = plugins;
        this.addresses = addresses;
        this.stands = stands;
        this.statements = statements;
        this.polling = polling;
        this.catalogue = catalogue;
        this.reconciler = reconciler;
        this.transactions = transactions;
        this.clock = clock;
        this.machine = machine;
        this.meters = meters;
    }

    @Override
    public Turn.Kind kind() {
        return Turn.Kind.PULL;
    }

    @Override
    public Next work(Hold hold) {
        Instant began = machine.now();
        Optional<Connection> connection = connections.find(hold.turn().connection());
        if (connection.isEmpty() || rests(connection.get())) {
            return new Next(began.plus(EVERY), 0);
        }
        if (addresses.isNobody(connection.get().plugin())) {
            return new Next(began.plus(STAND_IN_PAUSE), 0);
        }
        return switch (pull(connection.get(), hold)) {
            case Ended.Failed(var why, var atLeast) -> {
                note(connection.get(), why);
                meters.failed(Turn.Kind.PULL);
                int attempts = hold.turn().attempts();
                var pause = Pauses.after(FIRST_PAUSE, attempts, atLeast);
                yield new Next(machine.now().plus(pause), attempts + 1);
            }
            case Ended.Well _, Ended.Lost _ -> new Next(began.plus(EVERY), 0);
        };
    }

    /** It is paused, or has nobody to ask: its plugin names no host. */
    private boolean rests(Connection connection) {
        return stands.of(connection.id()).map(Stand::paused).orElse(true)
                || plugins.declaration(connection.plugin())
                        .filter(declared -> !declared.hosts().isEmpty())
                        .isEmpty();
    }

    private Ended pull(Connection connection, Hold hold) {
        Instant now = machine.now();
        Optional<ConnectionStandQueries.Way> way = stands.way(connection.id());
        if (way.filter(on -> !on.catalogueDue().isAfter(now)).isPresent()) {
            Ended walked = catalogue.walk(connection, hold);
            if (walked instanceof Ended.Failed(var why, var _)) {
                noteCatalogue(connection, why);
            }
            if (walked == Ended.LOST || wantsTime(walked)) {
                return walked;
            }
        }
        Optional<Instant> due =
                way.map(ConnectionStandQueries.Way::reconcileDue).filter(at -> !at.isAfter(now));
        return due.isPresent()
                ? reconciler.reconcile(connection, hold, due.get())
                : polling.poll(connection, hold);
    }

    /**
     * What else there is to be asked is asked although that failed, unless the vendor needs time.
     */
    private static boolean wantsTime(Ended walked) {
        return walked instanceof Ended.Failed(var _, var atLeast) && atLeast.isPositive();
    }

    private void noteCatalogue(Connection connection, String why) {
        meters.failed(Turn.Kind.PULL);
        transactions.write(
                () -> {
                    statements.catalogueFailed(
                            connection.id(), clock.now(), why, machine.now().plus(CATALOGUE_AGAIN));
                    return why;
                });
    }

    private void note(Connection connection, String why) {
        transactions.write(
                () -> {
                    statements.failed(connection.id(), clock.now(), why);
                    return why;
                });
    }
}
