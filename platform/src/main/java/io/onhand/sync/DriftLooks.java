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
import java.util.function.BiFunction;
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
        return found(drift, this::theirs);
    }

    /** The same, whatever the till's number is: as if it had ours. */
    Optional<Look> ofOurs(OpenWork drift) {
        return found(drift, (_, ours) -> Optional.of(ours.ours()));
    }

    /** Nothing of a level's last look holds any more. */
    void forget(Look look) {
        transactions.write(() -> drifts.forget(look.connection().id(), look.level().key()));
    }

    private Optional<Look> found(
            OpenWork drift, BiFunction<Connection, Compared, Optional<Quantity>> theirs) {
        Optional<Connection> connection =
                connections.byCode(drift.links().getOrDefault("connection", ""));
        Optional<Key> key = names.key(drift.links());
        return connection.flatMap(
                known ->
                        key.flatMap(level -> ours(known, level))
                                .flatMap(
                                        ours ->
                                                theirs.apply(known, ours)
                                                        .map(
                                                                there ->
                                                                        new Look(
                                                                                known,
                                                                                ours.withTheirs(
                                                                                        there)))));
    }

    private Optional<Compared> ours(Connection connection, Key key) {
        String place = till.places(connection, List.of(key.location())).get(key.location());
        String item = till.items(connection, List.of(key.variant())).get(key.variant());
        if (place == null || item == null) {
            return Optional.empty();
        }
        Optional<Level> level = stock.level(key.location(), key.variant());
        Quantity ours = level.map(Level::onHand).orElse(Quantity.ZERO);
        return Optional.of(
                new Compared(
                        key.location(),
                        key.variant(),
                        ours,
                        ours,
                        level.map(Level::version).orElse(0L),
                        List.of(new Observation(item, place, "0", ""))));
    }

    /**
     * What was posted since the last look happened there, too: what was off by then still is. Of
     * several items that are one of ours only a look knows the sum.
     */
    private Optional<Quantity> theirs(Connection connection, Compared ours) {
        Drift drift = transactions.read(() -> drifts.of(connection.id())).get(ours.key());
        if (drift != null) {
            return Optional.of(ours.ours().plus(drift.theirs()).minus(drift.ours()));
        }
        return till.single(connection, List.of(ours.key())).isEmpty()
                ? Optional.empty()
                : transactions.read(() -> seen.sinceLook(connection.id(), ours.seen()));
    }
}
