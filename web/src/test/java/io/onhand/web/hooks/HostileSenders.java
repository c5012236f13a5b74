package io.onhand.web.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.tenancy.MachineClock;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.JsonNode;

/** Clients that send random bodies to a till's hook and elsewhere, beside good sales. */
final class HostileSenders {

    private static final long SEED = 20_261_125;
    private static final int CLIENTS = 8;

    /** Half of the bodies are stored, and each is read in its own time. */
    private static final Duration THROUGH_MAX = Duration.ofMinutes(8);

    /** A program may be late and say so, a few times on end. */
    private static final int AGAIN_MAX = 20;

    private static final long PAUSE_MS = 200;
    private static final int GOOD_EVERY = 25;
    private static final String GOOD = "TEA-MINT-50";

    private final SigningTill till;
    private final SigningTill nobody;
    private final Api api;
    private final AtomicInteger good = new AtomicInteger();

    HostileSenders(BeanFactory program, int port) {
        TeaShop shop = TeaShop.open(program);
        this.till = SigningTill.of(program, port, shop);
        this.nobody = new SigningTill(port, "", "nobody-" + UUID.randomUUID());
        this.api = new Api(port, shop.key(Role.OWNER));
    }

    /** Sends so many bodies; each must be answered as is documented, and the good ones count. */
    void send(int bodies) throws Exception {
        var wrong = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var work = new ArrayList<Callable<List<String>>>();
            for (int client = 0; client < CLIENTS; client++) {
                var random = new RandomBodies(SEED + client);
                String name = "g" + client + "-";
                work.add(() -> send(bodies / CLIENTS, random, name));
            }
            for (Future<List<String>> answers : threads.invokeAll(work)) {
                answers.get().forEach(answer -> wrong.merge(answer, 1, Integer::sum));
            }
        }
        assertThat(wrong).as("answers that are not documented").isEmpty();
        HookPostingTest.until(THROUGH_MAX, () -> deliveries("waiting").isEmpty());
        assertThat(onHand()).isEqualTo("-" + good.get());
        assertThat(deliveries("exception")).isNotEmpty();
        assertThat(api.post("/api/v1/ledger-audits", "{}").json().get("mismatches")).isEmpty();
    }

    private List<String> send(int bodies, RandomBodies random, String name)
            throws InterruptedException {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < bodies; i++) {
            byte[] body = random.next();
            switch (i % 4) {
                case 0 -> expect(wrong, 404, signed(nobody, body));
                case 1 -> expect(wrong, 401, till.post(body, "m", "1", "v1,AAAA").statusCode());
                default -> expect(wrong, 200, signed(till, body));
            }
            if (i % GOOD_EVERY == 0) {
                expect(wrong, 200, signed(till, sale(name + i)));
                good.incrementAndGet();
            }
        }
        return wrong;
    }

    /** Sends it again, under the same id, while the program says that it cannot keep it now. */
    private static int signed(SigningTill till, byte[] body) throws InterruptedException {
        String id = "msg-" + UUID.randomUUID();
        var answer = till.send(id, body, new MachineClock().now());
        for (int again = 0; again < AGAIN_MAX && isLater(answer); again++) {
            Thread.sleep(PAUSE_MS);
            answer = till.send(id, body, new MachineClock().now());
        }
        return answer.statusCode();
    }

    private static boolean isLater(HttpResponse<String> answer) {
        return answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
    }

    private static void expect(List<String> wrong, int status, int answered) {
        if (answered != status) {
            wrong.add(answered + " instead of " + status);
        }
    }

    private static byte[] sale(String document) {
        String sale = SigningTill.sale(document, GOOD, "1");
        return SigningTill.list(sale).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode deliveries(String state) {
        return api.get("/api/v1/deliveries?limit=1&state=" + state).json().get("items");
    }

    private String onHand() {
        return api.get("/api/v1/stock-levels?location=LONDON&sku=" + GOOD)
                .json()
                .get("items")
                .get(0)
                .get("onHand")
                .asString();
    }
}
