package io.onhand.web.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.SlowTill;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Documents of one connection that each need a while outside wait side by side. */
@WebTest
class WaitingOutsideTest {

    private static final int DOCUMENTS = 40;
    private static final int TOLD_OFTEN = 5;
    private static final int TOLD = 8;
    private static final int CLIENTS = 8;

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    private TeaShop shop;
    private SigningTill till;
    private Api api;

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(program);
        till = SigningTill.of(program, port, shop, SlowTill.ID);
        api = new Api(port, shop.key(Role.OWNER));
    }

    @Test
    void fortyDocumentsThatAreSlowOutsideAreThroughTogether() throws Exception {
        SlowTill.takeMostAtOnce();
        long began = System.nanoTime();
        tell(DOCUMENTS, 1);
        HookPostingTest.until(() -> isOnHand(-DOCUMENTS));
        System.out.printf(
                "%d documents, %d ms outside each: through after %d ms%n",
                DOCUMENTS, SlowTill.AWAY.toMillis(), (System.nanoTime() - began) / 1_000_000);
        assertThat(SlowTill.takeMostAtOnce()).as("away at once").isGreaterThan(1);
        // a level moves before it is noted at its delivery that it did
        HookPostingTest.until(() -> done().size() >= DOCUMENTS);
        assertThat(done()).hasSize(DOCUMENTS);
    }

    @Test
    void aDocumentThatManyMessagesTellOfIsAskedForByOneAtATime() throws Exception {
        int before = SlowTill.askedTwiceAtOnce();
        tell(TOLD_OFTEN, TOLD);
        HookPostingTest.until(() -> done().size() >= TOLD_OFTEN * TOLD);
        assertThat(isOnHand(-TOLD_OFTEN)).isTrue();
        assertThat(SlowTill.askedTwiceAtOnce()).isEqualTo(before);
    }

    /** Every document's first message, then the second ones, and so on. */
    private void tell(int documents, int times) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Integer>> messages = new ArrayList<>();
            for (int i = 0; i < documents * times; i++) {
                String message = "msg-" + i;
                String document = "doc-" + i % documents;
                messages.add(() -> till.message(message, document).statusCode());
            }
            for (Future<Integer> status : threads.invokeAll(messages)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    private JsonNode done() {
        return api.get("/api/v1/deliveries?state=done&limit=200").json().get("items");
    }

    private boolean isOnHand(int pieces) {
        return api.get("/api/v1/stock-levels?location=LONDON&sku=TEA-MINT-50")
                .text()
                .contains("\"onHand\":\"" + pieces + "\"");
    }
}
