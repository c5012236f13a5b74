package io.onhand.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.onhand.Application;
import io.onhand.plugins.VendorAddresses;
import io.onhand.plugins.VendorAddresses.StandInAddress;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import onhand.plugins.standin.StandInMaker;
import onhand.testing.TestDatabase;
import onhand.testing.web.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which program is asked for the tills, and how they are used. */
class DemoTillsTest {

    private static ConfigurableApplicationContext program;

    private StandIns standIns;
    private VendorAddresses addresses;
    private String vendor;

    /** Outside the cache of contexts, which would pause the program of all other tests. */
    @BeforeAll
    static void startADemo() {
        List<String> settings = new ArrayList<>();
        for (String setting : TestDatabase.fresh().settings()) {
            settings.add("--" + setting);
        }
        settings.addAll(
                List.of(
                        "--server.port=0",
                        "--onhand.demo=true",
                        "--onhand.demo.traffic=false",
                        "--logging.level.root=warn"));
        program = SpringApplication.run(Application.class, settings.toArray(String[]::new));
    }

    @AfterAll
    static void endIt() {
        program.close();
    }

    @BeforeEach
    void find() {
        standIns = program.getBean(StandIns.class);
        addresses = program.getBean(VendorAddresses.class);
        vendor = program.getBean(StandInMaker.class).connection().plugin();
    }

    @AfterEach
    void nothingIsAsked() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aProgramDoesNotTakeItselfForAnother() {
        assertThat(standIns.here()).isPresent();
        assertThat(addresses.standIn(vendor)).isPresent();
        assertThat(standIns.elsewhere()).isEmpty();
    }

    @Test
    void theCountIsAFormOfItsOwnThatForgetsNothing() {
        String page =
                new Api(port(), null).get("/demo/till?basket=1:TEA-EARL-100&late=true").text();
        assertThat(page).containsPattern("<input[^>]*form=\"count\"[^>]*name=\"quantity\"");
        String form = page.substring(page.indexOf("<form id=\"count\""));
        assertThat(form.substring(0, form.indexOf("</form>")))
                .contains("name=\"basket\" value=\"1:TEA-EARL-100\"", "name=\"late\"")
                .doesNotContain("name=\"thrice\"");
    }

    @Test
    void whatWasHandedOnIsNotHandedOnAgain() throws Exception {
        var asked = new AtomicInteger();
        var before = addresses.standIn(vendor).orElseThrow();
        var other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.close();
                });
        other.start();
        try {
            var door = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
            addresses.announce(vendor, new StandInAddress(door, door));
            var request = new MockHttpServletRequest();
            request.addHeader(TillDoors.HANDED_ON, "true");
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            assertThatThrownBy(
                            () -> program.getBean(TillDoors.class).post(TillDoors.STATE, Map.of()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.code()).isEqualTo(ProblemCode.UNAVAILABLE));
            assertThat(asked).hasValue(0);
        } finally {
            other.stop(0);
            addresses.announce(vendor, before);
        }
    }

    private static int port() {
        return Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
