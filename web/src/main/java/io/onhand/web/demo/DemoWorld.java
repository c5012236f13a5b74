package io.onhand.web.demo;

import io.onhand.identity.ApiKeys;
import io.onhand.leases.Leases;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the demo world before the program is ready: once per database, also if several programs
 * start at the same moment. The others wait. Every step may be repeated, so what a killed program
 * began the next one completes.
 */
@Component
@OnDemo
@Order(DemoWorld.FIRST)
class DemoWorld implements ApplicationRunner {

    static final int FIRST = 1;
    static final String LEASE = "demo-world";
    static final Duration LEASE_TIME = Duration.ofSeconds(60);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);

    private final DemoMaker maker;
    private final ApiKeys keys;
    private final Leases leases;

    DemoWorld(DemoMaker maker, ApiKeys keys, Leases leases) {
        this.maker = maker;
        this.keys = keys;
        this.leases = leases;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        while (!isComplete()) {
            if (leases.take(LEASE, LEASE_TIME)) {
                make();
            } else {
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    private boolean isComplete() {
        return keys.find(DemoKey.LAST.text()).isPresent();
    }

    private void make() {
        log.info("Making the demo world: two retailers and a month of trade");
        try {
            maker.make(() -> leases.take(LEASE, LEASE_TIME));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The demo world could not be made. Start without it: ONHAND_DEMO=false", e);
        } finally {
            leases.giveBack(LEASE);
        }
    }
}
