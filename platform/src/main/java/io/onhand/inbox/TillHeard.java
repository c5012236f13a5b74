package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.plugin.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery told what moves nothing and yet says something about stock. Published inside the
 * transaction that keeps the delivery.
 *
 * @param delivery that told it; null if it was asked for and told nothing else
 * @param seen what the till takes its stock to be
 * @param echoes changes of our own that came back, by their keys
 */
public record TillHeard(
        Connection connection,
        @Nullable UUID delivery,
        Instant receivedAt,
        List<Observation> seen,
        List<String> echoes) {

    /** Gathers it. */
    static final class Collector {

        private final Connection connection;
        private final @Nullable UUID delivery;
        private final Instant receivedAt;
        private final List<Observation> seen = new ArrayList<>();
        private final List<String> echoes = new ArrayList<>();

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

        Optional<TillHeard> heard() {
            return seen.isEmpty() && echoes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new TillHeard(
                                    connection,
                                    delivery,
                                    receivedAt,
                                    List.copyOf(seen),
                                    List.copyOf(echoes)));
        }
    }
}
