package io.onhand.web.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionCreation;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.tenancy.MachineClock;
import io.onhand.web.start.PublicUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.StandInMaker;
import onhand.testing.TeaShop;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A vendor's stand-in with one shop, in London, and the live connection to it. */
final class LondonTill {

    private static final StandInMaker MAKER =
            ServiceLoader.load(StandInMaker.class).findFirst().orElseThrow();

    private LondonTill() {}

    static StandIn start() {
        try {
            return MAKER.start(Files.createTempDirectory("till"), 0, new MachineClock()::now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the program ask the stand-in in the vendor's place. */
    static void isAsked(StandIn till, DynamicPropertyRegistry properties) {
        properties.add(
                "onhand.connectors." + MAKER.connection().plugin() + ".base.url",
                () -> till.address().toString());
    }

    /**
     * Sets the shop up, and connects it.
     *
     * @param port of the program, which hears of what is sold
     * @param stock what the till shows of each SKU
     */
    static Connection connect(
            BeanFactory program, int port, TeaShop shop, StandIn till, Map<String, String> stock) {
        var demo = MAKER.connection();
        till.setUp(
                List.of(new StandIn.Place("LONDON", "London", "Europe/London")),
                stock.keySet().stream().map(sku -> new StandIn.Article(sku, sku, "")).toList(),
                Map.of("LONDON", stock));
        var wanted =
                new NewConnection(
                        demo.code(),
                        demo.plugin(),
                        demo.name(),
                        Connection.Mode.LIVE,
                        Connection.Match.SKU,
                        false,
                        demo.settings(),
                        new HookKey(demo.code()),
                        new Secrets(demo.secrets()),
                        Map.of(MAKER.place("LONDON"), shop.location("LONDON")));
        var connections = program.getBean(Connections.class);
        var made = shop.call(() -> connections.create(wanted));
        String hook = "/hooks/" + demo.code();
        till.tell(
                program.getBean(PublicUrl.class).value() + hook,
                demo.signing(),
                URI.create("http://127.0.0.1:" + port + hook));
        return ((ConnectionCreation.Created) made).connection().connection();
    }
}
