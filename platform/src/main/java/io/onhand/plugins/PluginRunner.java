package io.onhand.plugins;

import io.onhand.plugin.Account;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.Push;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Calls plugins, wherever they run. Its answers are to be checked like anybody's.
 *
 * <p>Whatever a plugin does, a call comes back within {@link #DEADLINE} and throws nothing: a
 * plugin that fails or hangs is an {@link Outcome.Fail} or {@link Outcome.Retry}. A call that finds
 * its token run out is made once more with a fresh one, which may take as long again. No call may
 * run inside a transaction.
 */
public interface PluginRunner {

    /** How long a plugin may take for an answer. */
    Duration DEADLINE = Duration.ofSeconds(10);

    /** The version of the plugin API that is here. */
    String API_VERSION = "0.9.0";

    /** The names of the plugins that there are. */
    SortedSet<String> names();

    /** What a plugin declares; empty if there is none of this name. */
    Optional<Declaration> declaration(String plugin);

    /** What people call a plugin; its name if there is none of it. */
    default String title(String plugin) {
        return declaration(plugin).map(Declaration::name).orElse(plugin);
    }

    /** {@link io.onhand.plugin.PosConnector#read}. */
    Outcome<ReadDelivery> read(Installation installation, Delivery delivery);

    /** {@link io.onhand.plugin.PosConnector#fetch}. */
    Outcome<List<Fetched>> fetch(Installation installation, List<DocumentKey> keys);

    /** {@link io.onhand.plugin.PosConnector#poll}. */
    Outcome<Page<ReadItem>> poll(Installation installation, @Nullable String cursor);

    /** {@link io.onhand.plugin.PosConnector#observe}. */
    Outcome<Page<Observation>> observe(Installation installation, @Nullable String cursor);

    /** {@link io.onhand.plugin.PosConnector#missing}. */
    Outcome<List<DocumentKey>> missing(
            Installation installation, List<Observation> differing, String since);

    /** {@link io.onhand.plugin.PosConnector#catalogue}. */
    Outcome<Page<CatalogueItem>> catalogue(Installation installation, @Nullable String cursor);

    /** {@link io.onhand.plugin.PosConnector#account}. */
    Outcome<Account> account(Installation installation);

    /** {@link io.onhand.plugin.PosConnector#push}. */
    Outcome<PushAnswer> push(Installation installation, Push push);
}
