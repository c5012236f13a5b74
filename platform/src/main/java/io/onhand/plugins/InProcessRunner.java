package io.onhand.plugins;

import io.onhand.plugin.Delivery;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.ReadDelivery;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the plugins of our own build, which are on the program's class path. */
@Component
class InProcessRunner implements PluginRunner {

    private static final Logger log = LoggerFactory.getLogger(InProcessRunner.class);

    private final Map<String, PosConnector> connectors =
            ServiceLoader.load(PosConnector.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(Collectors.toMap(PosConnector::id, Function.identity()));

    @Override
    public boolean knows(String plugin) {
        return connectors.containsKey(plugin);
    }

    @Override
    public Optional<HookSignature> signature(String plugin) {
        return Optional.ofNullable(connectors.get(plugin)).map(PosConnector::signature);
    }

    @Override
    public Outcome<ReadDelivery> read(Installation installation, Delivery delivery) {
        PosConnector connector = connectors.get(installation.plugin());
        if (connector == null) {
            return new Outcome.Fail<>(
                    "no-plugin", "There is no plugin " + installation.plugin() + ".");
        }
        var call = new FutureTask<>(() -> connector.read(delivery));
        Thread.ofVirtual().name("plugin-" + installation.plugin()).start(call);
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
}
