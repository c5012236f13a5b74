package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.inbox.Understood.Part;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Outcome;
import io.onhand.plugins.Installation;
import io.onhand.plugins.PluginRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Asks plugins for documents: as many in a call as the plugin takes, and a few calls at a time. */
@Component
class Fetching {

    /** Calls of one connection at a time. */
    static final int CALLS_MAX = 8;

    private static final Result NOT_ANSWERED =
            new Result.Failed("The plugin did not say what became of this document.");

    private final PluginRunner plugins;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    Fetching(PluginRunner plugins) {
        this.plugins = plugins;
    }

    /** What became of asking for a document. */
    sealed interface Result {

        record Parts(List<Part> parts) implements Result {}

        /** The vendor does not have it. */
        record Missing() implements Result {}

        /** It is to be asked for again, after so long at the earliest. */
        record Later(Duration atLeast) implements Result {}

        record Failed(String detail) implements Result {}
    }

    /** Asks for all of them and comes back when all calls are done. */
    Map<UUID, Result> fetch(Connection connection, Map<UUID, DocumentKey> keys) {
        Installation installation = connection.installation();
        int together =
                plugins.declaration(connection.plugin()).map(Declaration::fetchMax).orElse(1);
        var free = new Semaphore(CALLS_MAX);
        List<CompletableFuture<Map<UUID, Result>>> calls = new ArrayList<>();
        List<Map.Entry<UUID, DocumentKey>> all = List.copyOf(keys.entrySet());
        for (int from = 0; from < all.size(); from += together) {
            var part = all.subList(from, Math.min(all.size(), from + together));
            calls.add(
                    CompletableFuture.supplyAsync(
                            () -> {
                                free.acquireUninterruptibly();
                                try {
                                    return call(installation, part);
                                } finally {
                                    free.release();
                                }
                            },
                            callers));
        }
        Map<UUID, Result> results = new HashMap<>();
        calls.forEach(call -> results.putAll(call.join()));
        return results;
    }

    private Map<UUID, Result> call(
            Installation installation, List<Map.Entry<UUID, DocumentKey>> part) {
        List<DocumentKey> keys = part.stream().map(Map.Entry::getValue).toList();
        return switch (plugins.fetch(installation, keys)) {
            case Outcome.Ok<List<Fetched>>(var fetched) -> found(part, fetched);
            case Outcome.Retry<List<Fetched>>(var seconds) ->
                    each(part, new Result.Later(Duration.ofSeconds(Math.max(0, seconds))));
            case Outcome.Reauthorise<List<Fetched>> _ ->
                    each(part, new Result.Later(Duration.ZERO));
            case Outcome.Fail<List<Fetched>>(_, var message) ->
                    part.size() == 1
                            ? each(part, new Result.Failed(Proposals.shown(message)))
                            : oneByOne(installation, part);
        };
    }

    /** One of them is to blame, and the others need not suffer for it. */
    private Map<UUID, Result> oneByOne(
            Installation installation, List<Map.Entry<UUID, DocumentKey>> part) {
        Map<UUID, Result> results = new HashMap<>();
        part.forEach(one -> results.putAll(call(installation, List.of(one))));
        return results;
    }

    private static Map<UUID, Result> each(List<Map.Entry<UUID, DocumentKey>> part, Result result) {
        Map<UUID, Result> results = new HashMap<>();
        part.forEach(one -> results.put(one.getKey(), result));
        return results;
    }

    private static Map<UUID, Result> found(
            List<Map.Entry<UUID, DocumentKey>> part, List<Fetched> fetched) {
        Map<DocumentKey, Result> byKey = new HashMap<>();
        for (Fetched one : fetched) {
            byKey.put(
                    one.key(),
                    switch (one) {
                        case Fetched.Found(_, var items) ->
                                new Result.Parts(items.stream().map(Proposals::check).toList());
                        case Fetched.Missing _ -> new Result.Missing();
                    });
        }
        Map<UUID, Result> results = new HashMap<>();
        for (var one : part) {
            results.put(one.getKey(), byKey.getOrDefault(one.getValue(), NOT_ANSWERED));
        }
        return results;
    }
}
