package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The same trade through the hook of the demo's till, while two programs are killed in turn and
 * names that nobody knew are mapped: what was answered 200 is there at the end, once.
 */
@Tag("hostile")
class HookKillsTest {

    private static final long SEED = 20_261_125;
    private static final int EVENTS = 5_000;
    private static final int CLIENTS = 8;
    private static final int KILLS = 6;
    private static final int DATABASE_DIES_AFTER = 3;
    private static final int DOCUMENTS_PER_MESSAGE_MAX = 8;

    /** Of the SKUs, every tenth is known to the till under a name of its own. */
    private static final int RENAMED_EVERY = 10;

    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(240);
    private static final List<String> LOCATIONS = List.of("HOOK-A", "HOOK-B");
    private static final Shops SHOPS =
            new Shops(LOCATIONS, "Hook", HookKillsTest::ours, sku -> sku.replace("OUR-", ""));

    private final AtomicBoolean killing = new AtomicBoolean(true);

    /** Kept when the test fails: the programs' logs say why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void whatIsAnsweredIsPostedOnceWhateverDies() throws Exception {
        Files.createDirectories(home);
        try (var database = new ServerProcess(home.resolve("postgres"));
                var north = new Program(home.resolve("north"), database);
                var south = new Program(home.resolve("south"), database)) {
            north.start();
            south.start();
            north.awaitReady();
            south.awaitReady();
            var programs = List.of(north, south);
            var caller = new Caller(programs);
            SHOPS.make(caller);
            var hook = new SignedHook(programs);
            var days = new TradingDays(SEED, LOCATIONS);
            List<Document> events = days.events(EVENTS);
            work(caller, hook, days.deliveries(events), database, programs);
            awaitDrained(caller);
            assertThat(hook.answers()).isSubsetOf(200, 503);
            assertThat(SHOPS.levels(caller)).isEqualTo(ExpectedLevels.notZero(events));
            assertThat(caller.post("/api/v1/ledger-audits", Map.of()).get("mismatches")).isEmpty();
            assertThat(caller.forbidden()).isEmpty();
            assertThat(shownRepeats(caller))
                    .as("documents that came again")
                    .isGreaterThan(EVENTS / 2);
        }
    }

    /** Names in messages stay as they are; what we call the item is another thing. */
    private static String ours(int number) {
        return number % RENAMED_EVERY == 0
                ? "OUR-" + TradingDays.sku(number)
                : TradingDays.sku(number);
    }

    private void work(
            Caller caller,
            SignedHook hook,
            List<Document> deliveries,
            ServerProcess database,
            List<Program> programs)
            throws Exception {
        Queue<Document> queue = new ConcurrentLinkedQueue<>(deliveries);
        try (var threads = Executors.newFixedThreadPool(CLIENTS + 2)) {
            var tasks = new ArrayList<Callable<Integer>>();
            tasks.add(() -> kill(database, programs));
            tasks.add(() -> map(caller));
            for (int client = 0; client < CLIENTS; client++) {
                var random = new Random(SEED + client);
                tasks.add(() -> send(hook, queue, deliveries, random));
            }
            for (Future<Integer> done : threads.invokeAll(tasks)) {
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

    private int map(Caller caller) throws InterruptedException {
        int mapped = 0;
        for (int number = 0; number < TradingDays.SKUS; number += RENAMED_EVERY) {
            caller.put(
                    "/api/v1/connections/demo-generic-leaf/variants/" + TradingDays.sku(number),
                    Map.of("sku", ours(number)));
            mapped++;
            Thread.sleep(500);
        }
        return mapped;
    }

    private int send(SignedHook hook, Queue<Document> queue, List<Document> all, Random random)
            throws InterruptedException {
        int sent = 0;
        while (!queue.isEmpty() || killing.get()) {
            var message = new ArrayList<Document>();
            int wanted = 1 + random.nextInt(DOCUMENTS_PER_MESSAGE_MAX);
            for (int event = 0; event < wanted; event++) {
                Document next = queue.poll();
                message.add(next != null ? next : all.get(random.nextInt(all.size())));
            }
            hook.send(message);
            sent += message.size();
        }
        return sent;
    }

    private static void awaitDrained(Caller caller) throws InterruptedException {
        long end = System.nanoTime() + DRAINED_WITHIN.toNanos();
        while (!isEmpty(caller, "/api/v1/deliveries?state=waiting&limit=1")
                || !isEmpty(caller, "/api/v1/exceptions?state=open&kind=unknown-variant&limit=1")) {
            assertThat(System.nanoTime()).as("not drained").isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** Each message that came again is named by the posting that stands; how many there are. */
    private static int shownRepeats(Caller caller) throws InterruptedException {
        var repeats = new HashMap<String, Set<String>>();
        for (JsonNode head : caller.all("/api/v1/deliveries?state=done")) {
            String id = head.get("id").asString();
            for (JsonNode event : caller.get("/api/v1/deliveries/" + id).get("events")) {
                if (event.get("outcome").asString().equals("duplicate")) {
                    String posting = event.get("posting").asString();
                    repeats.computeIfAbsent(posting, any -> new HashSet<>()).add(id);
                }
            }
        }
        for (var repeated : repeats.entrySet()) {
            JsonNode posting = caller.get("/api/v1/postings/" + repeated.getKey());
            assertThat(messages(posting)).as("%s", posting).containsAll(repeated.getValue());
        }
        return repeats.size();
    }

    /** The message that was posted, unless it came by another way, and those that repeated it. */
    private static Set<String> messages(JsonNode posting) {
        var ids = new HashSet<String>();
        ids.add(posting.path("delivery").asString(""));
        posting.get("repeats").forEach(repeat -> ids.add(repeat.path("delivery").asString("")));
        return ids;
    }

    private static boolean isEmpty(Caller caller, String path) throws InterruptedException {
        return caller.get(path).get("items").isEmpty();
    }
}
