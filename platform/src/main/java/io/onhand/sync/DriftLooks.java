package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import io.onhand.sync.Comparing.Key;
import io.onhand.sync.DriftStatements.Drift;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a till was last seen to have where an exception says that it differs, and what is here. */
@Component
class DriftLooks {

    private final ConnectionQueries connections;
    private final PeoplesNames names;
    private final TillNames till;
    private final DriftStatements drifts;
    private final TillStockStatements seen;
    private final StockQueries stock;
    private final TenantTransactions transactions;

    DriftLooks(
            ConnectionQueries connections,
            PeoplesNames names,
            TillNames till,
            DriftStatements drifts,
            TillStockStatements seen,
            StockQueries stock,
            TenantTransactions transactions) {
        this.connections = connections;
        this.names = names;
        this.till = till;
        this.drifts = drifts;
        this.seen = seen;
        this.stock = stock;
        this.transactions = transactions;
    }

    /** What an exception is about, as it is now. */
    record Look(Connection connection, Compared level) {}

    /** Empty if the till's number is not known, or it is about something else. */
    Optional<Look> of(OpenWork drift) {
        Optional<Connection> connection =
                connections.byCode(drift.links().getOrDefault("connection", ""));
        Optional<Key> key = names.key(drift.links());
        return connection.flatMap(
                known -> key.flatMap(level -> level(known, level)).map(l -> new Look(known, l)));
    }

    private Optional<Compared> level(Connection connection, Key key) {
        String place = till.places(connection, List.of(key.location())).get(key.location());
        String item = till.items(connection, List.of(key.variant())).get(key.variant());
        if (place == null || item == null) {
            return Optional.empty();
        }
        var shelf = new Observation(item, place, "0", "");
        return theirs(connection, key, shelf).map(theirs -> compared(key, theirs, shelf));
    }

    /** Of several items that are one of ours only a comparison knows the sum. */
    private Optional<Quantity> theirs(Connection connection, Key key, Observation shelf) {
        return transactions.read(
                () -> {
                    Drift drift = drifts.of(connection.id()).get(key);
                    return drift != null
                            ? Optional.of(drift.theirs())
                            : seen.of(connection.id(), List.of(shelf)).stream()
                                    .map(one -> Quantity.parse(one.quantity()))
                                    .findFirst();
                });
    }

    private Compared compared(Key key, Quantity theirs, Observation shelf) {
        Optional<Level> level = stock.level(key.location(), key.variant());
        return new Compared(
                key.location(),
                key.variant(),
                theirs,
                level.map(Level::onHand).orElse(Quantity.ZERO),
                level.map(Level::version).orElse(0L),
                shelf);
    }
}
