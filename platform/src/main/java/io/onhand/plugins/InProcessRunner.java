package io.onhand.plugins;

import io.onhand.plugin.Account;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Ctx;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Log;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.Push;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import io.onhand.plugins.AccessGuard.Attempt;
import io.onhand.tenancy.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the plugins of our own build, which are on the program's class path. */
@Component
class InProcessRunner implements PluginRunner {

    private static final Logger log = LoggerFactory.getLogger(InProcessRunner.class);

    private final Map<String, PosConnector> connectors;
    private final Broker broker;
    private final AccessGuard guard;
    private final BusinessClock clock;

    InProcessRunner(Guests guests, Broker broker, AccessGuard guard, BusinessClock clock) {
        this.connectors = guests.connectors();
        this.broker = broker;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(connectors.keySet());
    }

    @Override
    public Optional<Declaration> declaration(String plugin) {
        return Optional.ofNullable(connectors.get(plugin)).map(PosConnector::declaration);
    }

    @Override
    public Outcome<ReadDelivery> read(Installation installation, Delivery delivery) {
        return offline(installation, "read", one -> one.read(delivery, installation.settings()));
    }

    @Override
    public Outcome<List<Fetched>> fetch(Installation installation, List<DocumentKey> keys) {
        return call(installation, "fetch", (one, ctx) -> one.fetch(keys, ctx));
    }

    @Override
    public Outcome<Page<ReadItem>> poll(Installation installation, @Nullable String cursor) {
        return call(installation, "poll", (one, ctx) -> one.poll(cursor, ctx));
    }

    @Override
    public Outcome<Page<Observation>> observe(Installation installation, @Nullable String cursor) {
        return call(installation, "observe", (one, ctx) -> one.observe(cursor, ctx));
    }

    @Override
    public Outcome<List<DocumentKey>> missing(
            Installation installation, List<Observation> differing, String since) {
        return offline(
                installation,
                "missing",
                one -> new Outcome.Ok<>(one.missing(differing, since, installation.settings())));
    }

    @Override
    public Outcome<Page<CatalogueItem>> catalogue(
            Installation installation, @Nullable String cursor) {
        return call(installation, "catalogue", (one, ctx) -> one.catalogue(cursor, ctx));
    }

    @Override
    public Outcome<Account> account(Installation installation) {
        return call(installation, "account", PosConnector::account);
    }

    @Override
    public Outcome<PushAnswer> push(Installation installation, Push push) {
        return call(installation, "push", (one, ctx) -> one.push(push, ctx));
    }

    /** A call that asks no vendor, so that it says nothing about the access there. */
    private <T> Outcome<T> offline(
            Installation installation, String name, Function<PosConnector, Outcome<T>> what) {
        return find(installation)
                .map(one -> attempt(installation, one, name, (same, _) -> what.apply(same)))
                .map(Attempt::outcome)
                .orElseGet(() -> noPlugin(installation));
    }

    private <T> Outcome<T> call(
            Installation installation,
            String name,
            BiFunction<PosConnector, Ctx, Outcome<T>> what) {
        return find(installation)
                .map(
                        one ->
                                guard.guarded(
                                        installation,
                                        one.declaration(),
                                        () -> attempt(installation, one, name, what)))
                .orElseGet(() -> noPlugin(installation));
    }

    private Optional<PosConnector> find(Installation installation) {
        return Optional.ofNullable(connectors.get(installation.plugin()));
    }

    private static <T> Outcome<T> noPlugin(Installation installation) {
        return new Outcome.Fail<>("no-plugin", "There is no plugin " + installation.plugin() + ".");
    }

    private <T> Attempt<T> attempt(
            Installation installation,
            PosConnector connector,
            String name,
            BiFunction<PosConnector, Ctx, Outcome<T>> what) {
        var ctx = new CallContext(installation, connector.declaration(), name);
        var call = new FutureTask<>(() -> what.apply(connector, ctx));
        Thread.ofVirtual().name("plugin-" + installation.plugin()).start(call);
        return new Attempt<>(answer(installation, call), ctx.asked);
    }

    private static <T> Outcome<T> answer(Installation installation, FutureTask<Outcome<T>> call) {
        try {
            return call.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            log.warn("The plugin {} did not answer in time", installation.plugin());
            return new Outcome.Retry<>(0);
        } catch (ExecutionException e) {
            log.warn("The plugin {} failed", installation.plugin(), e.getCause());
            return new Outcome.Fail<>("plugin-failed", "The plugin failed.");
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.Retry<>(0);
        }
    }

    /** What one call may ask for. */
    private class CallContext implements Ctx {

        private final Installation installation;
        private final Declaration declaration;
        private final String name;
        private final PluginLog lines;
        private volatile boolean asked;

        CallContext(Installation installation, Declaration declaration, String name) {
            this.installation = installation;
            this.declaration = declaration;
            this.name = name;
            this.lines = new PluginLog(installation, name);
        }

        @Override
        public Map<String, String> settings() {
            return installation.settings();
        }

        @Override
        public String now() {
            return clock.now().toString();
        }

        @Override
        public Outcome<HttpAnswer> http(HttpCall call) {
            asked = true;
            return broker.ask(installation, declaration, name, call);
        }

        @Override
        public Log log() {
            return lines;
        }
    }
}
