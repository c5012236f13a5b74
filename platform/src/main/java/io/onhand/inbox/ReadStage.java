package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.inbox.Understood.Later;
import io.onhand.leases.ProgramRole;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import io.onhand.plugins.Installation;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Has deliveries read by their plugin, keeps what they tell, and asks for its posting. */
@Component
class ReadStage implements Stage {

    private static final Logger log = LoggerFactory.getLogger(ReadStage.class);

    private final StoredDeliveryQueries deliveries;
    private final ConnectionQueries connections;
    private final PluginRunner plugins;
    private final Understanding understanding;
    private final WorkStatements work;
    private final Attempts attempts;
    private final MachineClock clock;
    private final Nudge nudge;
    private final JsonMapper json;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    ReadStage(
            StoredDeliveryQueries deliveries,
            ConnectionQueries connections,
            PluginRunner plugins,
            Understanding understanding,
            WorkStatements work,
            Attempts attempts,
            MachineClock clock,
            Nudge nudge,
            JsonMapper json) {
        this.deliveries = deliveries;
        this.connections = connections;
        this.plugins = plugins;
        this.understanding = understanding;
        this.work = work;
        this.attempts = attempts;
        this.clock = clock;
        this.nudge = nudge;
        this.json = json;
    }

    @Override
    public Work.Kind kind() {
        return Work.Kind.READ;
    }

    @Override
    public ProgramRole role() {
        return ProgramRole.PLUGINS;
    }

    @Override
    public void handle(List<Work> part) {
        try {
            read(part);
        } catch (ConcurrencyFailureException e) {
            // nothing is wrong with them
            attempts.soon(part);
        } catch (RuntimeException e) {
            log.warn("{} deliveries could not be read; they are tried again", part.size(), e);
            part.forEach(one -> tryAgain(one, Duration.ZERO));
        }
    }

    private void read(List<Work> part) {
        Map<UUID, StoredDelivery> stored =
                deliveries.stored(part.stream().map(Work::id).toList()).stream()
                        .collect(Collectors.toMap(StoredDelivery::id, Function.identity()));
        Optional<Connection> connection = connections.find(part.getFirst().connection());
        if (connection.isEmpty()) {
            work.finish(part, clock.now());
            return;
        }
        List<Understanding.Item> items = new ArrayList<>();
        List<Work> done = new ArrayList<>();
        Map<UUID, CompletableFuture<Understood>> readings = ask(connection.get(), stored);
        for (Work one : part) {
            StoredDelivery delivery = stored.get(one.id());
            CompletableFuture<Understood> reading = readings.get(one.id());
            if (delivery == null || reading == null) {
                done.add(one);
            } else if (reading.join() instanceof Later(var after)) {
                tryAgain(one, after);
            } else {
                items.add(new Understanding.Item(delivery, reading.join()));
                done.add(one);
            }
        }
        keep(connection.get(), items, done);
    }

    private void keep(Connection connection, List<Understanding.Item> items, List<Work> leased) {
        var held = work.held(leased);
        List<Work> done = leased.stream().filter(one -> held.contains(one.id())).toList();
        List<Work> documents =
                understanding.keep(
                        connection,
                        items.stream().filter(i -> held.contains(i.delivery().id())).toList(),
                        clock.now());
        work.addDocuments(documents);
        attempts.end(done);
        documents.stream().map(Work::kind).distinct().forEach(nudge::wake);
    }

    private Map<UUID, CompletableFuture<Understood>> ask(
            Connection connection, Map<UUID, StoredDelivery> stored) {
        var installation = connection.installation();
        return stored.values().stream()
                .filter(delivery -> delivery.body() != null)
                .collect(
                        Collectors.toMap(
                                StoredDelivery::id,
                                delivery ->
                                        CompletableFuture.supplyAsync(
                                                () -> read(installation, delivery), readers)));
    }

    private Understood read(Installation installation, StoredDelivery stored) {
        byte[] body = stored.body() == null ? new byte[0] : stored.body();
        if (stored.pulled()) {
            return read(null, PulledText.read(json, body));
        }
        var delivery =
                new Delivery(
                        stored.id().toString(),
                        stored.receivedAt().toString(),
                        stored.headers(),
                        body);
        return switch (plugins.read(installation, delivery)) {
            case Outcome.Ok<ReadDelivery>(var read) -> read(read.vendorEventId(), read.items());
            case Outcome.Retry<ReadDelivery>(var seconds) ->
                    new Later(Duration.ofSeconds(Math.max(0, seconds)));
            case Outcome.Reauthorise<ReadDelivery> _ -> new Later(Duration.ZERO);
            case Outcome.Fail<ReadDelivery>(_, var message) ->
                    new Understood.Unreadable(Proposals.shown(message));
        };
    }

    private static Understood read(@Nullable String vendorEventId, List<ReadItem> items) {
        return new Understood.Read(vendorEventId, items.stream().map(Proposals::check).toList());
    }

    private void tryAgain(Work one, Duration atLeast) {
        attempts.again(one, atLeast, () -> understanding.giveUp(one));
    }
}
