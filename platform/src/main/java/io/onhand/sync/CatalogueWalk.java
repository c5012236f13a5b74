package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.plugin.Account;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a vendor for its places and its catalogue, keeps them, and maps what is beyond doubt. */
@Component
class CatalogueWalk {

    /** Pages of one walk; what is left is asked for in the next. */
    static final int PAGES_MAX = 1_000;

    private final PluginRunner plugins;
    private final CatalogueStatements catalogue;
    private final ItemMatching matching;
    private final ConnectionStandQueries stands;
    private final ConnectionStandStatements statements;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final MachineClock machine;

    CatalogueWalk(
            PluginRunner plugins,
            CatalogueStatements catalogue,
            ItemMatching matching,
            ConnectionStandQueries stands,
            ConnectionStandStatements statements,
            TenantTransactions transactions,
            BusinessClock clock,
            MachineClock machine) {
        this.plugins = plugins;
        this.catalogue = catalogue;
        this.matching = matching;
        this.stands = stands;
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
        this.machine = machine;
    }

    /** Asks for all of it. */
    Ended walk(Connection connection, Hold hold) {
        if (!hold.keep()) {
            return Ended.LOST;
        }
        Outcome<Account> account = plugins.account(connection.installation());
        if (!(account instanceof Outcome.Ok<Account>(var found))) {
            return Ended.of(account);
        }
        Instant due =
                stands.way(connection.id())
                        .map(ConnectionStandQueries.Way::catalogueDue)
                        .orElse(Instant.EPOCH);
        keepPlaces(connection, found.places());
        Ended items = walkItems(connection, hold);
        if (items == Ended.WELL) {
            matching.match(connection);
            transactions.write(
                    () -> {
                        statements.catalogued(
                                connection.id(),
                                clock.now(),
                                due,
                                machine.now().plus(Puller.CATALOGUE_EVERY));
                        return items;
                    });
        }
        return items;
    }

    private Ended walkItems(Connection connection, Hold hold) {
        String cursor =
                stands.way(connection.id()).map(ConnectionStandQueries.Way::catalogue).orElse(null);
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            if (!hold.keep()) {
                return Ended.LOST;
            }
            Outcome<Page<CatalogueItem>> answer =
                    plugins.catalogue(connection.installation(), cursor);
            if (!(answer instanceof Outcome.Ok<Page<CatalogueItem>>(var page))) {
                return failed(connection, answer);
            }
            if (!Polling.isUsable(cursor, page)) {
                return new Ended.Failed("The plugin does not say where to go on.", Duration.ZERO);
            }
            cursor = page.cursor();
            keepItems(connection, page.items(), cursor);
            if (!page.more()) {
                break;
            }
        }
        return Ended.WELL;
    }

    /** A walk that cannot go on begins anew the next time. */
    private Ended failed(Connection connection, Outcome<?> answer) {
        if (answer instanceof Outcome.Fail<?>) {
            transactions.write(
                    () -> {
                        statements.catalogueCursor(connection.id(), null);
                        return answer;
                    });
        }
        return Ended.of(answer);
    }

    private void keepItems(
            Connection connection, List<CatalogueItem> items, @Nullable String cursor) {
        transactions.write(
                () -> {
                    catalogue.putItems(connection.id(), items, clock.now());
                    statements.catalogueCursor(connection.id(), cursor);
                    return items;
                });
    }

    private void keepPlaces(Connection connection, List<Account.Place> places) {
        transactions.write(
                () -> {
                    catalogue.putPlaces(connection.id(), places, clock.now());
                    return places;
                });
    }
}
