package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two programs on one database, eight clients, five thousand events sent up to five times in no
 * order, while the programs are killed in turn and the database once.
 */
@Tag("fault")
class ProgramKillsTest {

    private static final long SEED = 20261125;
    private static final int EVENTS = 5_000;
    private static final int CLIENTS = 8;
    private static final int EVENTS_PER_REQUEST_MAX = 20;
    private static final int KILLS = 6;
    private static final int DATABASE_DIES_AFTER = 3;
    private static final List<String> LOCATIONS = List.of("FAULT-NORTH", "FAULT-SOUTH");
    private static final Shops SHOPS =
            new Shops(LOCATIONS, "Fault", TradingDays::sku, UnaryOperator.identity());

    /** Kept when the test fails: the programs' logs say why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final AtomicBoolean killing = new AtomicBoolean(true);
    private final Set<String> postings = ConcurrentHashMap.newKeySet();
    private final Set<String> outcomes = ConcurrentHashMap.newKeySet();

    @Test
    void whateverDiesEveryNumberIsThatOfOneDelivery() throws Exception {
        Files.createDirectories(home);
        try (var database = new ServerProcess(home.resolve("postgres"));
                var north = new Program(home.resolve("north"), database);
                var south = new Program(home.resolve("south"), database)) {
            // Both at once: roles, schema and demo world are made by whoever comes first.
            north.start();
            south.start();
            north.awaitReady();
            south.awaitReady();
            var caller = new Caller(List.of(north, south));
            SHOPS.make(caller);
            var days = new TradingDays(SEED, LOCATIONS);
            List<Document> events = days.events(EVENTS);
            sendWhileKilling(caller, days.deliveries(events), database, List.of(north, south));

            assertThat(caller.forbidden()).as("answers that no client may see").isEmpty();
            assertThat(outcomes).isSubsetOf("applied", "duplicate", "stale");
            assertThat(SHOPS.levels(caller)).isEqualTo(ExpectedLevels.notZero(events));
            assertThat(caller.post("/api/v1/ledger-audits", Map.of()).get("mismatches")).isEmpty();
            assertEveryAnsweredPostingIsThere(caller);
            System.out.println(
                    "fault suite: " + postings.size() + " postings, " + caller.trouble());
        }
    }

    private void sendWhileKilling(
            Caller caller,
            List<Document> deliveries,
            ServerProcess database,
            List<Program> programs)
            throws Exception {
        Queue<Document> queue = new ConcurrentLinkedQueue<>(deliveries);
        try (var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            var work = new ArrayList<Callable<Integer>>();
            work.add(() -> kill(database, programs));
            for (int client = 0; client < CLIENTS; client++) {
                var random = new Random(SEED + client);
                work.add(() -> send(caller, queue, deliveries, random));
            }
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private int kill(ServerProcess database, List<Program> programs) throws Exception {
        try {
            for (int kills = 0; kills < KILLS; kills++) {
                if (kills == DATABASE_DIES_AFTER) {
                    database.killAndStartAgain();
                }
                Program program = programs.get(kills % programs.size());
                program.kill();
                program.start();
                program.awaitReady();
            }
            return KILLS;
        } finally {
            killing.set(false);
        }
    }

    /** Sends what is left, and goes on with what was sent already until nothing dies any more. */
    private int send(Caller caller, Queue<Document> queue, List<Document> all, Random random)
            throws InterruptedException {
        int sent = 0;
        while (!queue.isEmpty() || killing.get()) {
            var batch = new ArrayList<Document>();
            int wanted = 1 + random.nextInt(EVENTS_PER_REQUEST_MAX);
            for (int event = 0; event < wanted; event++) {
                Document next = queue.poll();
                batch.add(next != null ? next : all.get(random.nextInt(all.size())));
            }
            post(caller, batch);
            sent += batch.size();
        }
        return sent;
    }

    private void post(Caller caller, List<Document> batch) throws InterruptedException {
        var body = new LinkedHashMap<String, Object>();
        body.put("connection", "demo-generic-leaf");
        body.put("events", batch.stream().map(Document::json).toList());
        JsonNode results = caller.post("/api/v1/source-events", body).get("results");
        assertThat(results).hasSize(batch.size());
        for (JsonNode result : results) {
            outcomes.add(result.get("outcome").asString());
            if (result.hasNonNull("posting")) {
                postings.add(result.get("posting").asString());
            }
        }
    }

    private void assertEveryAnsweredPostingIsThere(Caller caller) throws Exception {
        Set<String> left = new HashSet<>(postings);
        Queue<String> queue = new ConcurrentLinkedQueue<>(postings);
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            Callable<Set<String>> reader =
                    () -> {
                        var found = new HashSet<String>();
                        for (String id = queue.poll(); id != null; id = queue.poll()) {
                            JsonNode posting = caller.get("/api/v1/postings/" + id);
                            found.add(posting.get("id").asString());
                        }
                        return found;
                    };
            var readers = new ArrayList<Callable<Set<String>>>();
            for (int thread = 0; thread < CLIENTS; thread++) {
                readers.add(reader);
            }
            for (Future<Set<String>> found : threads.invokeAll(readers)) {
                left.removeAll(found.get());
            }
        }
        assertThat(left).as("answered and not there").isEmpty();
    }
}
