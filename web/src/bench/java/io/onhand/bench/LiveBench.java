package io.onhand.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a posting to the screens: of the same program and of another one, and of many at once. */
@Tag("bench")
class LiveBench {

    private static final int ALONE = 200;
    private static final long ALONE_PAUSE_MS = 300;
    private static final int CLIENTS = 2_000;
    private static final int CUT = CLIENTS / 20;
    private static final int SENDERS = 20;
    private static final int ROUNDS = 60;
    private static final long ROUND_MS = 400;
    private static final long SETTLED_MS_MAX = 20_000;
    private static final int PACED = 600;
    private static final long PACE_MS = 100;
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

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
    void onePostingAloneUntilItIsOnScreens() throws Exception {
        Shop shop = world.shop();
        String place = shop.places().getLast().code();
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Queue<Long> here = new ConcurrentLinkedQueue<>();
        Queue<Long> there = new ConcurrentLinkedQueue<>();
        try (HttpClient client = HttpClient.newHttpClient();
                var receipts = new Receipts(world.here().port(), shop, place, sent)) {
            var near = screen(world.here(), place, sent, here);
            var far = screen(world.there(), place, sent, there);
            near.open(client);
            far.open(client);
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
                "one posting alone until it is on screens",
                JsonLines.map(
                        "onOneProgramP50Ms", ms(here, 0.5),
                        "onOneProgramP99Ms", ms(here, 0.99),
                        "acrossProgramsP50Ms", ms(there, 0.5),
                        "acrossProgramsP99Ms", ms(there, 0.99),
                        "postings", here.size(),
                        "heardAcross", there.size()));
    }

    @Test
    void manyClientsOfOneProgram() throws Exception {
        Shop shop = world.shop();
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Queue<Long> heard = new ConcurrentLinkedQueue<>();
        List<LiveScreen> screens = new ArrayList<>();
        Map<String, Map<String, Long>> wanted = new HashMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            long before = ProgramHeap.used(world.here());
            for (int i = 0; i < CLIENTS; i++) {
                String place = shop.places().get(i % (SENDERS - 1)).code();
                screens.add(screen(world.here(), place, sent, heard));
            }
            openAll(client, screens);
            long idle = ProgramHeap.used(world.here());
            load(client, screens, sent, wanted);
            boolean right = settle(screens, wanted);
            long loaded = ProgramHeap.used(world.here());
            JsonLines.write(
                    "many clients of one program",
                    JsonLines.map(
                            "clients", CLIENTS,
                            "heapKbPerClientIdle", perClient(idle - before),
                            "heapKbPerClientAfterLoad", perClient(loaded - before),
                            "p50Ms", ms(heard, 0.5),
                            "p95Ms", ms(heard, 0.95),
                            "p99Ms", ms(heard, 0.99),
                            "levelsHeard", heard.size(),
                            "framesHeard", screens.stream().mapToLong(LiveScreen::frames).sum(),
                            "cut", CUT,
                            "resets", screens.stream().mapToInt(LiveScreen::resets).sum(),
                            "undetectedGaps", screens.stream().mapToInt(LiveScreen::gaps).sum(),
                            "lastVersionsRight", right));
            screens.forEach(LiveScreen::cut);
        }
    }

    @Test
    void aMinuteOfTwoHundredPostingsASecondSeenFromTheOtherProgram() throws Exception {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Queue<Long> heard = new ConcurrentLinkedQueue<>();
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
        try (HttpClient client = HttpClient.newHttpClient()) {
            openAll(client, screens);
            atTheirPace(senders);
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            boolean right = settle(screens, wanted);
            JsonLines.write(
                    "two hundred postings a second, seen from the other program",
                    JsonLines.map(
                            "postings", sent.size(),
                            "postingsPerSecond", Spread.rounded(sent.size() / seconds),
                            "p50Ms", ms(heard, 0.5),
                            "p99Ms", ms(heard, 0.99),
                            "undetectedGaps", screens.stream().mapToInt(LiveScreen::gaps).sum(),
                            "lastVersionsRight", right));
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
            BenchProgram program, String place, Map<String, Long> sent, Queue<Long> nanos) {
        return screen(program, world.shop(), place, sent, nanos);
    }

    private static LiveScreen screen(
            BenchProgram program,
            Shop shop,
            String place,
            Map<String, Long> sent,
            Queue<Long> nanos) {
        return new LiveScreen(
                program.port(),
                shop.key(),
                place,
                (topic, sku, version, now) -> {
                    Long at = sent.get(Receipts.key(topic, sku, version));
                    if (at != null) {
                        nanos.add(now - at);
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
            Map<String, Long> sent,
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

    private static double ms(Queue<Long> nanos, double share) {
        long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
        return Spread.rounded(Spread.percentile(all, share) / NANOS_PER_MS);
    }

    private static double perClient(long bytes) {
        return Spread.rounded(bytes / 1024.0 / CLIENTS);
    }
}
