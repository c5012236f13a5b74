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
import io.onhand.sync.Comparing.Key;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * Waits until what it asked for was worked on.
     *
     * @return of which levels all was asked, and worked on
     */
    Set<Key> retrieve(Connection connection, Hold hold, List<Compared> differing) {
        Set<Key> asked = differing.stream().map(Compared::key).collect(Collectors.toSet());
        Set<DocumentKey> documents = ask(connection, hold, differing, asked);
        if (documents.isEmpty()) {
            return asked;
        }
        List<ReadItem> hints = documents.stream().<ReadItem>map(ReadItem.Hint::new).toList();
        transactions.write(() -> inbox.keep(connection, hints));
        inbox.wake();
        return quiet.await(connection.id(), Reconciler.QUIET_WAIT_MAX) ? asked : Set.of();
    }

    private record Shelf(Key level, Observation seen) {}

    private Set<DocumentKey> ask(
            Connection connection, Hold hold, List<Compared> differing, Set<Key> asked) {
        int together =
                plugins.declaration(connection.plugin()).map(Declaration::fetchMax).orElse(1);
        String since = clock.now().minus(LOST_MAX).toString();
        List<Shelf> shelves = differing.stream().flatMap(Retrieving::shelves).toList();
        Set<DocumentKey> documents = new LinkedHashSet<>();
        for (int from = 0; from < shelves.size(); from += together) {
            var some = shelves.subList(from, Math.min(shelves.size(), from + together));
            List<Observation> seen = some.stream().map(Shelf::seen).toList();
            if (from < SHELVES_MAX
                    && hold.keep()
                    && plugins.missing(connection.installation(), seen, since)
                            instanceof Outcome.Ok<List<DocumentKey>>(var found)) {
                documents.addAll(found);
            } else {
                some.forEach(shelf -> asked.remove(shelf.level()));
            }
        }
        return documents;
    }

    private static Stream<Shelf> shelves(Compared level) {
        return level.all().stream().map(seen -> new Shelf(level.key(), seen));
    }
}
