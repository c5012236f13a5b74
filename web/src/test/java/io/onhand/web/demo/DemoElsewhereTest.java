package io.onhand.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.Push;
import io.onhand.plugin.StockChange;
import io.onhand.plugins.Installation;
import io.onhand.plugins.PluginRunner;
import io.onhand.plugins.VendorAddresses;
import io.onhand.plugins.VendorAddresses.StandInAddress;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import onhand.plugins.standin.StandInMaker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A demo whose vendor is a server of somebody else. */
class DemoElsewhereTest {

    /** What the outside contract lets the connector ask. */
    private static final Set<String> CALLS =
            Set.of(
                    "GET /v2/locations",
                    "POST /v2/orders/batch-retrieve",
                    "POST /v2/orders/search",
                    "POST /v2/catalog/search",
                    "GET /v2/catalog/list",
                    "POST /v2/inventory/counts/batch-retrieve",
                    "POST /v2/inventory/changes/batch-retrieve",
                    "POST /v2/inventory/changes/batch-create");

    private static final String NOW = "2026-11-20T10:00:00Z";
    private static final int PAGES_MAX = 20;
    private static final String VENDOR =
            ServiceLoader.load(StandInMaker.class).findFirst().orElseThrow().connection().plugin();

    private static RecordingVendor vendor;
    private static RecordingVendor trap;
    private static DemoProgram program;

    @BeforeAll
    static void startADemoElsewhere() throws IOException {
        vendor = new RecordingVendor();
        trap = new RecordingVendor();
        program =
                DemoProgram.start(
                        "--onhand.connectors." + VENDOR + ".base.url=" + vendor.address());
        program.bean(VendorAddresses.class)
                .announce(VENDOR, new StandInAddress(trap.address(), trap.address()));
    }

    @AfterAll
    static void end() {
        program.close();
        vendor.close();
        trap.close();
    }

    @Test
    void thereIsNoTillToSellAt() {
        assertThat(program.bean(StandIns.class).here()).isEmpty();
        var page = program.anybody().get("/demo/till");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("id=\"help\"");
        var sale = program.anybody().send("POST", DemoProgram.SALES, DemoProgram.saleOfTheReadme());
        assertThat(sale.status()).isEqualTo(404);
        assertThat(sale.code()).isEqualTo("not-found");
        String unknown = DemoProgram.saleOfTheReadme().replace("LONDON", "NOWHERE");
        assertThat(program.anybody().send("POST", DemoProgram.SALES, unknown).status())
                .isEqualTo(404);
    }

    @Test
    void theConnectorAsksThatServerAndNobodyElse() {
        askEverything();
        assertThat(vendor.calls()).extracting(RecordingVendor.Call::call).containsAll(CALLS);
        assertThat(vendor.calls())
                .allSatisfy(
                        call -> {
                            assertThat(CALLS).contains(call.call());
                            assertThat(call.host()).isEqualTo(vendor.address().getAuthority());
                            assertThat(call.header("Authorization"))
                                    .isEqualTo("Bearer demo-square-token");
                            assertThat(call.header("Square-Version"))
                                    .matches("\\d{4}-\\d{2}-\\d{2}");
                        });
        // the connection's own turns may be asking at this moment
        await().untilAsserted(() -> assertThat(asked()).isEqualTo((long) vendor.calls().size()));
        assertThat(trap.calls()).isEmpty();
    }

    private static void askEverything() {
        var plugins = program.bean(PluginRunner.class);
        Installation installation = program.installation();
        assertThat(plugins.account(installation)).isInstanceOf(Outcome.Ok.class);
        walk(cursor -> plugins.catalogue(installation, cursor));
        walk(cursor -> plugins.poll(installation, cursor));
        walk(cursor -> plugins.observe(installation, cursor));
        plugins.fetch(
                installation,
                List.of(
                        new DocumentKey("order", "O-1", null),
                        new DocumentKey("shelf", "VAR-TEA-EARL-100|L-LONDON", NOW)));
        plugins.push(
                installation,
                new Push(
                        "K-1",
                        NOW,
                        List.of(
                                new StockChange(
                                        "C-1",
                                        "VAR-TEA-EARL-100",
                                        "L-LONDON",
                                        "adjustment",
                                        "1",
                                        NOW))));
    }

    private static <T> void walk(Function<@Nullable String, Outcome<Page<T>>> question) {
        @Nullable String cursor = null;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            if (!(question.apply(cursor) instanceof Outcome.Ok<Page<T>>(var page))) {
                return;
            }
            cursor = page.cursor();
            if (!page.more()) {
                return;
            }
        }
    }

    /** What went out to vendors, by the account of the one door through which it goes. */
    private static long asked() {
        return program.bean(MeterRegistry.class).find("onhand.broker.asks").timers().stream()
                .filter(timer -> !"refused".equals(timer.getId().getTag("outcome")))
                .mapToLong(Timer::count)
                .sum();
    }
}
