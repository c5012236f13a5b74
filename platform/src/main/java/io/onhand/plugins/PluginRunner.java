package io.onhand.plugins;

import io.onhand.plugin.Delivery;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadDelivery;
import java.time.Duration;
import java.util.Optional;

/** Calls plugins, wherever they run. Its answers are to be checked like anybody's. */
public interface PluginRunner {

    /** How long a plugin may take for an answer. */
    Duration DEADLINE = Duration.ofSeconds(10);

    /** Whether there is a plugin of this name. */
    boolean knows(String plugin);

    /** How the senders of this plugin sign; empty if there is no such plugin. */
    Optional<HookSignature> signature(String plugin);

    /**
     * Has a delivery read. Whatever the plugin does, this comes back within {@link #DEADLINE} and
     * throws nothing: a plugin that fails or hangs is a {@link Outcome.Fail} or {@link
     * Outcome.Retry}.
     */
    Outcome<ReadDelivery> read(Installation installation, Delivery delivery);
}
