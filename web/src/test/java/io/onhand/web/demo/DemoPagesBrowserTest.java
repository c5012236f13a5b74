package io.onhand.web.demo;

import io.onhand.Application;
import onhand.testing.PlatformTest;
import onhand.testing.web.BrowserScript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Runs the scripts in {@code src/test/browser} against the program with its demo world. */
@Tag("browser")
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"onhand.demo=true", "onhand.demo.traffic=false"})
@ContextConfiguration(initializers = PlatformTest.OnFreshDatabase.class)
class DemoPagesBrowserTest {

    @LocalServerPort int port;

    @Test
    void thePagesHoldInARealBrowser() throws Exception {
        BrowserScript.run("pages.mjs", address(), DemoKey.TRAFFIC);
    }

    @Test
    void theTillHoldsInARealBrowser() throws Exception {
        BrowserScript.run("till.mjs", address());
    }

    @Test
    void theSignedInPagesHoldInARealBrowser() throws Exception {
        BrowserScript.run("app.mjs", address(), "owner@leaf.demo", DemoPerson.PASSWORD);
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
