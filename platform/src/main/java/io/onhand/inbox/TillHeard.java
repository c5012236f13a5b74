package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.plugin.Observation;
import io.onhand.plugin.ReadItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery told what moves nothing and yet says something about a till. Published inside the
 * transaction that keeps the delivery.
 *
 * @param delivery that told it; null if it was asked for and told nothing else
 * @param seen what the till takes its stock to be
 * @param echoes changes of our own that came back, by their keys
 * @param changed what is to be asked for
 */
public record TillHeard(
        Connection connection,
        @Nullable UUID delivery,
        Instant receivedAt,
        List<Observation> seen,
        List<String> echoes,
        Set<ReadItem.Changed.What> changed) {

    /** Gathers it. */
    static final class Collector {

        private final Connection connection;
        private final @Nullable UUID delivery;
        private final Instant receivedAt;
        private final List<Observation> seen = new ArrayList<>();
        private final List<String> echoes = new ArrayList<>();
        private final Set<ReadItem.Changed.What> changed =
                EnumSet.noneOf(ReadItem.Changed.What.class);

        Collector(Connection connection, @Nullable UUID delivery, Instant receivedAt) {
            this.connection = connection;
            this.delivery = delivery;
            this.receivedAt = receivedAt;
        }

        void add(Observation observation) {
            seen.add(observation);
        }

        void add(String echo) {
            echoes.add(echo);
        }

        void add(ReadItem.Changed.What what) {
            changed.add(what);
        }

        Optional<TillHeard> heard() {
            return seen.isEmpty() && echoes.isEmpty() && changed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new TillHeard(
                                    connection,
                                    delivery,
                                    receivedAt,
                                    List.copyOf(seen),
                                    List.copyOf(echoes),
                                    Set.copyOf(changed)));
        }
    }
}
