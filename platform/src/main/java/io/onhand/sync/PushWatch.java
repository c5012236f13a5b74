package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.locations.LocationId;
import io.onhand.plugins.PluginRunner;
import io.onhand.relay.OutboxEvent;
import io.onhand.relay.WorkConsumer;
import io.onhand.stock.LevelsChanged;
import io.onhand.stock.SourceId;
import io.onhand.sync.Comparing.Key;
import io.onhand.tenancy.MachineClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notices what tills are to be told, from the outbox. What is planned already is not repeated. */
@Component
class PushWatch implements WorkConsumer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PushQueries pushes;
    private final ConnectionQueries connections;
    private final PluginRunner plugins;
    private final PushPlanning planning;
    private final TurnStatements turns;
    private final TurnNudge nudge;
    private final MachineClock clock;

    PushWatch(
            PushQueries pushes,
            ConnectionQueries connections,
            PluginRunner plugins,
            PushPlanning planning,
            TurnStatements turns,
            TurnNudge nudge,
            MachineClock clock) {
        this.pushes = pushes;
        this.connections = connections;
        this.plugins = plugins;
        this.planning = planning;
        this.turns = turns;
        this.nudge = nudge;
        this.clock = clock;
    }

    /** Movements of a level that were posted together. */
    record Step(LocationId location, VariantId variant, long first, long last) {

        Key key() {
            return new Key(location, variant);
        }
    }

    @Override
    public String name() {
        return "till-push";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(LevelsChanged.TYPE);
    }

    @Override
    public void work(List<OutboxEvent> events) {
        Map<SourceId, Instant> live = pushes.live();
        if (live.isEmpty()) {
            return;
        }
        List<Step> steps = events.stream().flatMap(event -> steps(event).stream()).toList();
        live.forEach(
                (till, from) ->
                        connections
                                .find(till)
                                .filter(this::isTold)
                                .ifPresent(connection -> plan(connection, from, steps)));
    }

    private boolean isTold(Connection connection) {
        return plugins.declaration(connection.plugin())
                .filter(declared -> declared.pushMax() > 0)
                .isPresent();
    }

    /** Asked for even where nothing is new: who planned it may have died before he asked. */
    private void plan(Connection connection, Instant from, List<Step> steps) {
        if (planning.plan(connection, from, steps)) {
            turns.call(connection.id(), Turn.Kind.PUSH, clock.now());
            nudge.wake(Turn.Kind.PUSH);
        }
    }

    private static List<Step> steps(OutboxEvent event) {
        var data = JSON.readValue(event.envelope(), LevelsChanged.class).data();
        var location = new LocationId(UUID.fromString(data.location()));
        List<Step> steps = new ArrayList<>();
        for (var level : data.levels()) {
            var variant = new VariantId(UUID.fromString(level.variant()));
            steps.add(new Step(location, variant, level.fromVersion(), level.version()));
        }
        return steps;
    }
}
