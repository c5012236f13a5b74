package io.onhand.web.demo;

import io.onhand.channels.SourceEvent;
import io.onhand.leases.Leases;
import io.onhand.leases.ProgramRole;
import io.onhand.leases.ProgramRoles;
import io.onhand.tenancy.BusinessClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the tea shops trading ({@code ONHAND_DEMO_TRAFFIC}, on unless it is switched off): at their
 * tills, and what has no till over HTTP like any script. Of several programs on one database the
 * one does that runs the tills; where another server plays their vendor any one does, all over
 * HTTP.
 */
@Component
@OnDemo
@ConditionalOnProperty(name = "onhand.demo.traffic", havingValue = "true", matchIfMissing = true)
class Traffic implements DisposableBean {

    static final String LEASE = "demo-traffic";
    static final Duration LEASE_TIME = Duration.ofSeconds(15);

    private static final int PAUSE_MS_MIN = 800;
    private static final int PAUSE_MS_MAX = 2_600;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final int STEPS_UNTIL_LOOKING = 300;
    private static final Logger log = LoggerFactory.getLogger(Traffic.class);

    private final Leases leases;
    private final ProgramRoles roles;
    private final StandIns standIns;
    private final BusinessClock clock;
    private final JsonMapper json;
    private final Random random = new Random();
    private volatile Thread trading = Thread.currentThread();
    private volatile boolean stopped;
    private boolean stumbled;

    Traffic(
            Leases leases,
            ProgramRoles roles,
            StandIns standIns,
            BusinessClock clock,
            JsonMapper json) {
        this.leases = leases;
        this.roles = roles;
        this.standIns = standIns;
        this.clock = clock;
        this.json = json;
    }

    @EventListener
    void start(ApplicationReadyEvent event) {
        if (roles.has(ProgramRole.WEB)
                && event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            var client = new TrafficClient(port, Retailer.LEAF_CONNECTION, json);
            trading = Thread.ofVirtual().name("demo-traffic").start(() -> trade(client));
        }
    }

    /** Before the doors close, so that nothing is refused on the way out. */
    @EventListener
    void stop(ContextClosedEvent event) {
        stopped = true;
    }

    private void trade(TrafficClient client) {
        var script = new TrafficScript(Retailer.leafAndKettle(), random);
        var tills = new TillTrade(Retailer.leafAndKettle(), random);
        int steps = 0;
        try {
            while (!stopped) {
                if (!holdsLease()) {
                    steps = 0;
                    Thread.sleep(LEASE_TIME.dividedBy(3));
                } else if (step(client, script, tills, steps % STEPS_UNTIL_LOOKING == 0)) {
                    steps++;
                    Thread.sleep(random.nextInt(PAUSE_MS_MIN, PAUSE_MS_MAX));
                } else {
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean holdsLease() {
        try {
            return (standIns.isReplaced() || standIns.here().isPresent())
                    && leases.take(LEASE, LEASE_TIME);
        } catch (RuntimeException e) {
            log.warn("The demo pauses: its lease could not be asked for ({})", e.getMessage());
            return false;
        }
    }

    private boolean step(TrafficClient client, TrafficScript script, TillTrade tills, boolean look)
            throws InterruptedException {
        try {
            if (look) {
                for (Shop shop : script.shops()) {
                    client.onHand(shop.code()).forEach(script.shelf(shop)::put);
                }
            }
            List<SourceEvent> all = script.next(clock.now());
            List<SourceEvent> events =
                    standIns.here().map(here -> tills.ring(here, all)).orElse(all);
            if (!events.isEmpty()) {
                client.send(events);
            }
            stumbled = false;
            return true;
        } catch (IOException e) {
            if (!stopped) {
                log.warn("The demo pauses: {}", e.getMessage());
            }
            return false;
        } catch (RuntimeException e) {
            // such as of tills that close; it is said once, not every few seconds
            if (!stopped && !stumbled) {
                log.warn("The demo pauses", e);
            }
            stumbled = true;
            return false;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        if (trading != Thread.currentThread()) {
            trading.interrupt();
            trading.join(Duration.ofSeconds(1));
        }
        leases.giveBack(LEASE);
    }
}
