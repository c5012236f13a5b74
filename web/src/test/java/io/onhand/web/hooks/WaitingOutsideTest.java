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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Documents of one connection that each need a while outside wait side by side. */
@WebTest
class WaitingOutsideTest {

    private static final int DOCUMENTS = 40;
    private static final int CLIENTS = 8;

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    @Test
    void fortyDocumentsThatAreSlowOutsideAreThroughTogetherAndEachOnce() throws Exception {
        TeaShop shop = TeaShop.open(program);
        SigningTill till = SigningTill.of(program, port, shop, SlowTill.ID);
        var api = new Api(port, shop.key(Role.OWNER));
        int before = SlowTill.askedTwiceAtOnce();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Integer>> messages = new ArrayList<>();
            for (int i = 0; i < DOCUMENTS; i++) {
                String document = "doc-" + i;
                messages.add(() -> till.message("msg-" + document, document).statusCode());
            }
            for (Future<Integer> status : threads.invokeAll(messages)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        String level = "/api/v1/stock-levels?location=LONDON&sku=TEA-MINT-50";
        HookPostingTest.until(
                () -> api.get(level).text().contains("\"onHand\":\"-" + DOCUMENTS + "\""));
        System.out.printf(
                "%d documents, %d ms outside each: through after %d ms%n",
                DOCUMENTS, SlowTill.AWAY.toMillis(), (System.nanoTime() - began) / 1_000_000);
        assertThat(SlowTill.askedTwiceAtOnce()).isEqualTo(before);
        // a level moves before it is noted at its delivery that it did
        String done = "/api/v1/deliveries?state=done&limit=200";
        HookPostingTest.until(() -> api.get(done).json().get("items").size() >= DOCUMENTS);
        assertThat(api.get(done).json().get("items")).hasSize(DOCUMENTS);
    }
}
