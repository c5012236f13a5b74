package io.onhand.web.api.v1;

import io.onhand.channels.ConnectionQueries;
import io.onhand.stock.Movement;
import io.onhand.stock.PostingHead;
import io.onhand.stock.SourceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names where postings come from: a connection by its code, the API, or Onhand itself. */
@Component
class Sources {

    private static final String ONHAND = "onhand";
    private static final String API = "api";

    private final ConnectionQueries connections;

    Sources(ConnectionQueries connections) {
        this.connections = connections;
    }

    /** Movements as callers see them, in the same order. */
    List<MovementAnswer> movements(List<Movement> movements) {
        Function<SourceId, String> names =
                names(
                        movements.stream()
                                .map(movement -> movement.posting().identity().source())
                                .collect(Collectors.toSet()));
        return movements.stream()
                .map(m -> MovementAnswer.of(m, names.apply(m.posting().identity().source())))
                .toList();
    }

    /** Where one posting comes from. */
    String name(PostingHead posting) {
        SourceId source = posting.identity().source();
        return names(List.of(source)).apply(source);
    }

    private Function<SourceId, String> names(Collection<SourceId> sources) {
        Map<SourceId, String> codes = connections.codes(sources);
        return source -> source.equals(SourceId.ONHAND) ? ONHAND : codes.getOrDefault(source, API);
    }
}
