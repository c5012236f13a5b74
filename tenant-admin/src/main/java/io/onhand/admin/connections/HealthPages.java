package io.onhand.admin.connections;

import io.onhand.admin.ui.Visitor;
import io.onhand.channels.ConnectionDetails;
import io.onhand.inbox.IncomingQueries;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.plugin.Account;
import io.onhand.plugin.Outcome;
import io.onhand.plugins.PluginRunner;
import io.onhand.plugins.VendorSignIn;
import io.onhand.sync.ConnectionStandQueries;
import io.onhand.sync.ReconciliationReport;
import io.onhand.sync.Reconciliations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page that says how a connection stands. */
@Component
class HealthPages {

    private final PluginRunner plugins;
    private final HookAddresses hooks;
    private final IncomingQueries incoming;
    private final ConnectionStandQueries stands;
    private final Reconciliations reconciliations;
    private final LocationQueries locations;
    private final VendorSignIn signIn;

    HealthPages(
            PluginRunner plugins,
            HookAddresses hooks,
            IncomingQueries incoming,
            ConnectionStandQueries stands,
            Reconciliations reconciliations,
            LocationQueries locations,
            VendorSignIn signIn) {
        this.plugins = plugins;
        this.hooks = hooks;
        this.incoming = incoming;
        this.stands = stands;
        this.reconciliations = reconciliations;
        this.locations = locations;
        this.signIn = signIn;
    }

    HealthPage page(
            ConnectionDetails details, HealthPage.@Nullable Access access, Visitor visitor) {
        var connection = details.connection();
        return new HealthPage(
                details,
                plugins.title(connection.plugin()),
                details.key() == null ? null : hooks.of(details.key()),
                incoming.of(connection.id()),
                stands.of(connection.id()).orElse(null),
                reconciliations
                        .last(connection.id())
                        .filter(report -> report.failure() == null)
                        .map(ReconciliationReport::unexplained)
                        .orElse(null),
                access,
                signIn.isPossible(connection.plugin()),
                places(details, visitor));
    }

    private List<HealthPage.Place> places(ConnectionDetails details, Visitor visitor) {
        Set<LocationId> ids =
                details.locations().values().stream()
                        .filter(visitor::sees)
                        .collect(Collectors.toSet());
        Map<LocationId, Location> ours = ids.isEmpty() ? Map.of() : locations.byId(ids);
        return details.locations().entrySet().stream()
                .flatMap(
                        entry ->
                                Stream.ofNullable(ours.get(entry.getValue()))
                                        .map(
                                                one ->
                                                        new HealthPage.Place(
                                                                entry.getKey(),
                                                                one.code(),
                                                                one.name())))
                .sorted(Comparator.comparing(HealthPage.Place::external))
                .toList();
    }

    /** Asks the vendor for the account, and so tells whether the access works. */
    HealthPage.Access test(ConnectionDetails details) {
        Outcome<Account> outcome = plugins.account(details.connection().installation());
        return switch (outcome) {
            case Outcome.Ok<Account>(var account) ->
                    new HealthPage.Access("good", "", account.places().size());
            case Outcome.Retry<Account> _ -> new HealthPage.Access("later", "", 0);
            case Outcome.Reauthorise<Account> _ -> new HealthPage.Access("lost", "", 0);
            case Outcome.Fail<Account>(_, var message) ->
                    new HealthPage.Access("failed", message, 0);
        };
    }
}
