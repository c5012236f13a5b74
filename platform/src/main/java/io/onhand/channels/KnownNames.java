package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a connection's names mean to us, and of which names something waits. */
@Component
public class KnownNames {

    private static final int WAITING_MAX = 1_000;
    private static final Quantity ONE = Quantity.ofUnits(1);

    private final NameBook names;
    private final WaitingEventQueries waiting;
    private final TenantTransactions transactions;

    KnownNames(NameBook names, WaitingEventQueries waiting, TenantTransactions transactions) {
        this.names = names;
        this.waiting = waiting;
        this.transactions = transactions;
    }

    /** The places of these names; a name that means nothing is absent. */
    public Map<String, LocationId> places(Connection connection, Set<String> wanted) {
        return transactions.read(() -> names.places(connection, wanted));
    }

    /** The items of these names; a name that means nothing, or a pack, is absent. */
    public Map<String, VariantId> items(Connection connection, Set<String> wanted) {
        Map<String, VariantId> found = new HashMap<>();
        transactions
                .read(() -> names.items(connection, wanted))
                .forEach(
                        (name, packed) -> {
                            if (packed.pack().equals(ONE)) {
                                found.put(name, packed.variant().id());
                            }
                        });
        return found;
    }

    /** A place and an item, each by the connection's name of it. */
    public record Shelf(String place, String item) {}

    /** The shelves of events that are kept and wait for a person; empty if these are too many. */
    public Optional<Set<Shelf>> waiting(SourceId connection) {
        List<SourceEvent> events = waiting.ofConnection(connection, WAITING_MAX);
        if (events.size() == WAITING_MAX) {
            return Optional.empty();
        }
        Set<Shelf> shelves = new HashSet<>();
        for (SourceEvent event : events) {
            event.lines().forEach(line -> shelves.add(new Shelf(event.location(), line.sku())));
        }
        return Optional.of(shelves);
    }
}
