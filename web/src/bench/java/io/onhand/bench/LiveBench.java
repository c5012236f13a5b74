package io.onhand.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From a till's hook to the screens: of the same program and of another one, and of many at once.
 */
@Tag("bench")
class LiveBench {

    private static final int ALONE = 300;
    private static final long ALONE_PAUSE_MS = 300;
    private static final int CLIENTS = 2_000;
    private static final int CUT = CLIENTS / 20;
    private static final int SENDERS = 20;
    private static final int ROUNDS = 60;
    private static final long ROUND_MS = 400;
    private static final long SETTLED_MS_MAX = 20_000;
    private static final int PACED = 600;
    private static final long PACE_MS = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Never closed: that waits for sockets, and so for ever where something went wrong. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static LiveWorld world;

    @BeforeAll
    static void make() throws Exception {
        world = LiveWorld.make();
    }

    @AfterAll
    static void end() throws Exception {
        world.close();
    }

    @Test
    void oneEventAloneFromTheHookUntilItIsOnScreens() throws Exception {
        Shop shop = world.shop();
        String place = shop.places().getLast().code();
        Map<String, Trip> sent = new ConcurrentHashMap<>();
        var here = new Heard();
        var there = new Heard();
        try (var receipts = new Receipts(world.here().port(), shop, place, sent)) {
            var near = screen(world.here(), place, sent, here);
            var far = screen(world.there(), place, sent, there);
            near.open(CLIENT);
            far.open(CLIENT);
            for (int i = 0; i < ALONE * 2; i++) {
                if (i == ALONE) {
                    here.clear();
                    there.clear();
                }
                receipts.send(shop.items().getFirst().sku());
                Thread.sleep(ALONE_PAUSE_MS / (i < ALONE ? 3 : 1));
            }
            settle(List.of(near, far), Map.of("stock:" + place, receipts.versions()));
            near.cut();
            far.cut();
        }
        JsonLines.write(
                "one event alone, from the hook until it is on screens",
                JsonLines.map(
                        "onOneProgramP50Ms", here.ms(0.5),
                        "onOneProgramP99Ms", here.ms(0.99),
                        "fromThe200OnOneProgramP99Ms", here.sinceKeptMs(0.99),
                        "acrossProgramsP50Ms", there.ms(0.5),
                        "acrossProgramsP99Ms", there.ms(0.99),
                        "postings", here.size(),
                        "heardAcross", there.size()));
    }

    @Test
    void manyClientsOfOneProgram() throws Exception {
        Shop shop = world.shop();
        Map<String, Trip> sent = new ConcurrentHashMap<>();
        var heard = new Heard();
        List<LiveScreen> screens = new ArrayList<>();
        Map<String, Map<String, Long>> wanted = new HashMap<>();
        try {
            long before = ProgramHeap.used(world.here());
            for (int i = 0; i < CLIENTS; i++) {
                String place = shop.places().get(i % (SENDERS - 1)).code();
                screens.add(screen(world.here(), place, sent, heard));
            }
            openAll(CLIENT, screens);
            long idle = ProgramHeap.used(world.here());
            load(CLIENT, screens, sent, wanted);
            boolean right = settle(screens, wanted);
            long loaded = ProgramHeap.used(world.here());
            JsonLines.write(
                    "many clients of one program",
                    JsonLines.map(
                            "clients", CLIENTS,
                            "heapKbPerClientIdle", perClient(idle - before),
                            "heapKbPerClientAfterLoad", perClient(loaded - before),
                            "p50Ms", heard.ms(0.5),
                            "p95Ms", heard.ms(0.95),
                            "p99Ms", heard.ms(0.99),
                            "levelsHeard", heard.size(),
                            "framesHeard", screens.stream().mapToLong(LiveScreen::frames).sum(),
                            "cut", CUT,
                            "resets", screens.stream().mapToInt(LiveScreen::resets).sum(),
                            "undetectedGaps", screens.stream().mapToInt(LiveScreen::gaps).sum(),
                            "lastVersionsRight", right));
        } finally {
            screens.forEach(LiveScreen::cut);
        }
    }

    @Test
    void aMinuteOfTwoHundredPostingsASecondSeenFromTheOtherProgram() throws Exception {
        Map<String, Trip> sent = new ConcurrentHashMap<>();
        var heard = new Heard();
        List<LiveScreen> screens = new ArrayList<>();
        Map<String, Map<String, Long>> wanted = new HashMap<>();
        List<Receipts> senders = new ArrayList<>();
        for (Shop.Place place : world.busy().places()) {
            var receipts = new Receipts(world.here().port(), world.busy(), place.code(), sent);
            senders.add(receipts);
            wanted.put("stock:" + place.code(), receipts.versions());
            screens.add(screen(world.there(), world.busy(), place.code(), sent, heard));
        }
        long start = System.nanoTime();
        try {
            openAll(CLIENT, screens);
            atTheirPace(senders);
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            boolean right = settle(screens, wanted);
            JsonLines.write(
                    "two hundred events a second through the hook, seen from the other program",
                    JsonLines.map(
                            "postings", sent.size(),
                            "postingsPerSecond", Spread.rounded(sent.size() / seconds),
                            "p50Ms", heard.ms(0.5),
                            "p99Ms", heard.ms(0.99),
                            "fromThe200P99Ms", heard.sinceKeptMs(0.99),
                            "levelsHeard", heard.size(),
                            "undetectedGaps", screens.stream().mapToInt(LiveScreen::gaps).sum(),
                            "lastVersionsRight", right));
        } finally {
            screens.forEach(LiveScreen::cut);
        }
    }

    /** Each ten times a second. */
    private static void atTheirPace(List<Receipts> senders) throws Exception {
        try (var threads = Executors.newFixedThreadPool(senders.size())) {
            List<Future<?>> sending = new ArrayList<>();
            for (Receipts receipts : senders) {
                sending.add(
                        threads.submit(
                                () -> {
                                    sendAtPace(receipts);
                                    return receipts;
                                }));
            }
            for (Future<?> one : sending) {
                one.get();
            }
        }
    }

    private static void sendAtPace(Receipts receipts) throws Exception {
        var items = world.busy().items();
        var random = new SplittableRandom(receipts.hashCode());
        long planned = System.nanoTime();
        for (int i = 0; i < PACED; i++) {
            receipts.send(items.get(random.nextInt(items.size())).sku());
            planned += PACE_MS * 1_000_000;
            Thread.sleep(Math.max(0, (planned - System.nanoTime()) / 1_000_000));
        }
        receipts.close();
    }

    private static LiveScreen screen(
            BenchProgram program, String place, Map<String, Trip> sent, Heard heard) {
        return screen(program, world.shop(), place, sent, heard);
    }

    private static LiveScreen screen(
            BenchProgram program, Shop shop, String place, Map<String, Trip> sent, Heard heard) {
        return new LiveScreen(
                program.port(),
                shop.key(),
                place,
                (topic, sku, version, now) -> {
                    Trip trip = sent.get(Receipts.key(topic, sku, version));
                    if (trip != null) {
                        heard.add(trip, now);
                    }
                });
    }

    private static void openAll(HttpClient client, List<LiveScreen> screens) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> opened = new ArrayList<>();
            for (LiveScreen screen : screens) {
                opened.add(
                        threads.submit(
                                () -> {
                                    screen.open(client);
                                    return screen;
                                }));
            }
            for (Future<?> one : opened) {
                one.get();
            }
        }
    }

    /** One receipt a place in each round; clients are cut and come back meanwhile. */
    private static void load(
            HttpClient client,
            List<LiveScreen> screens,
            Map<String, Trip> sent,
            Map<String, Map<String, Long>> wanted)
            throws Exception {
        var random = new SplittableRandom(7);
        List<Receipts> senders = new ArrayList<>();
        for (Shop.Place place : world.shop().places().subList(0, SENDERS - 1)) {
            var receipts = new Receipts(world.here().port(), world.shop(), place.code(), sent);
            senders.add(receipts);
            wanted.put("stock:" + place.code(), receipts.versions());
        }
        long planned = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            for (Receipts receipts : senders) {
                var items = world.shop().items();
                receipts.send(items.get(random.nextInt(items.size())).sku());
            }
            for (int i = round * CUT / ROUNDS; i < (round + 1) * CUT / ROUNDS; i++) {
                LiveScreen screen = screens.get(i * (CLIENTS / CUT));
                screen.cut();
                screen.open(client);
            }
            planned += ROUND_MS * 1_000_000;
            Thread.sleep(Math.max(0, (planned - System.nanoTime()) / 1_000_000));
        }
        for (Receipts receipts : senders) {
            receipts.close();
        }
    }

    /** Whether every client has the last version of every level in the end. */
    private static boolean settle(List<LiveScreen> screens, Map<String, Map<String, Long>> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + SETTLED_MS_MAX * 1_000_000;
        boolean right = false;
        while (!right && System.nanoTime() < end) {
            Thread.sleep(50);
            right =
                    screens.stream()
                            .allMatch(
                                    screen -> screen.versions().equals(wanted.get(screen.topic())));
        }
        return right;
    }

    private static double perClient(long bytes) {
        return Spread.rounded(bytes / 1024.0 / CLIENTS);
    }
}
