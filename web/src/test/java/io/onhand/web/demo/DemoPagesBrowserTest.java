package io.onhand.web.demo;

import io.onhand.Application;
import java.util.HashMap;
import java.util.Map;
import onhand.plugins.standin.DemoConnection;
import onhand.plugins.standin.StandInMaker;
import onhand.testing.PlatformTest;
import onhand.testing.web.BrowserScript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** Runs the scripts in {@code src/test/browser} against the program with its demo world. */
@Tag("browser")
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"onhand.demo=true", "onhand.demo.traffic=false"})
@ContextConfiguration(initializers = PlatformTest.OnFreshDatabase.class)
class DemoPagesBrowserTest {

    @LocalServerPort int port;
    @Autowired StandInMaker maker;
    @Autowired JsonMapper json;

    @Test
    void thePagesHoldInARealBrowser() throws Exception {
        BrowserScript.run("pages.mjs", address(), DemoKey.TRAFFIC);
    }

    @Test
    void theTillHoldsInARealBrowser() throws Exception {
        BrowserScript.run("till.mjs", address());
    }

    /** The secrets are those of the demo's own connection, known to everybody. */
    @Test
    void aTillIsConnectedInARealBrowser() throws Exception {
        DemoConnection demo = maker.connection();
        Map<String, String> fields = new HashMap<>();
        demo.settings().forEach((name, value) -> fields.put("setting." + name, value));
        demo.secrets().forEach((name, value) -> fields.put("secret." + name, value));
        BrowserScript.run(
                "connections.mjs",
                address(),
                "owner@leaf.demo",
                DemoPerson.PASSWORD,
                demo.plugin(),
                json.writeValueAsString(fields));
    }

    /** By the public address: the issuer leads back there, whatever address it was asked by. */
    @Test
    void theSignedInPagesHoldInARealBrowser() throws Exception {
        String address = "http://localhost:" + port;
        BrowserScript.run("app.mjs", address, "owner@leaf.demo", DemoPerson.PASSWORD);
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
