package io.onhand.web.demo;

import io.onhand.database.DataDirectory;
import io.onhand.leases.Leases;
import io.onhand.leases.ProgramRole;
import io.onhand.leases.ProgramRoles;
import io.onhand.plugins.VendorAddresses;
import io.onhand.plugins.VendorAddresses.StandInAddress;
import io.onhand.tenancy.BusinessClock;
import io.onhand.web.start.PublicUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import onhand.plugins.standin.DemoConnection;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.StandInMaker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Runs the server that plays the vendor of the tea shops' tills, unless another one is set. Of
 * several programs on one database one that answers people does; if it ends, the next one opens
 * tills of its own.
 */
@Component
@OnDemo
@Order(StandIns.AFTER_THE_WORLD)
class StandIns implements ApplicationRunner, DisposableBean {

    static final int AFTER_THE_WORLD = 2;

    private static final String LEASE = "demo-tills";
    private static final Duration LEASE_TIME = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(4);
    private static final Duration LOOK_AT_START_EVERY = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(StandIns.class);

    private final StandInMaker maker;
    private final TillSetUp setUp;
    private final VendorAddresses addresses;
    private final Leases leases;
    private final ProgramRoles roles;
    private final DataDirectory directory;
    private final BusinessClock clock;
    private final PublicUrl url;
    private final Environment environment;
    private final Thread keeper = Thread.ofVirtual().name("demo-tills").unstarted(this::keep);
    private volatile @Nullable StandIn running;
    private volatile boolean ended;

    StandIns(
            StandInMaker maker,
            TillSetUp setUp,
            VendorAddresses addresses,
            Leases leases,
            ProgramRoles roles,
            DataDirectory directory,
            BusinessClock clock,
            PublicUrl url,
            Environment environment) {
        this.maker = maker;
        this.setUp = setUp;
        this.addresses = addresses;
        this.leases = leases;
        this.roles = roles;
        this.directory = directory;
        this.clock = clock;
        this.url = url;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (port() > 0 && roles.has(ProgramRole.WEB) && !isReplaced()) {
            look();
            awaitTills();
            keeper.start();
        }
    }

    /** A program that was killed keeps the tills closed until its lease is over. */
    private void awaitTills() throws InterruptedException {
        long looks = LEASE_TIME.dividedBy(LOOK_AT_START_EVERY);
        for (long i = 0; i < looks && !ended && running == null && elsewhere().isEmpty(); i++) {
            Thread.sleep(LOOK_AT_START_EVERY);
            look();
        }
    }

    /** Whether a server of somebody else plays the vendor, so that the demo has no tills. */
    boolean isReplaced() {
        return addresses.set(maker.connection().plugin()).isPresent();
    }

    /** The tills, if this program runs them. */
    Optional<StandIn> here() {
        return Optional.ofNullable(running);
    }

    /** Another program that runs the tills; this one may have run them before it was killed. */
    Optional<URI> elsewhere() {
        return addresses
                .standIn(maker.connection().plugin())
                .map(StandInAddress::door)
                .filter(door -> !door.equals(door()));
    }

    private int port() {
        return environment.getProperty("local.server.port", Integer.class, 0);
    }

    private void keep() {
        try {
            while (!ended) {
                Thread.sleep(LOOK_EVERY);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        if (ended) {
            return;
        }
        try {
            if (leases.take(LEASE, LEASE_TIME)) {
                announce(running == null ? start() : running);
            } else {
                close();
            }
        } catch (RuntimeException e) {
            log.warn("The demo's tills are looked after again in a moment", e);
        }
    }

    private StandIn start() {
        DemoConnection connection = maker.connection();
        int port =
                environment.getProperty(
                        "onhand." + connection.plugin() + ".standin.port", Integer.class, 0);
        StandIn tills = maker.start(directory.path().resolve("tills"), port, clock::now);
        try {
            open(tills);
        } catch (RuntimeException e) {
            tills.close();
            throw e;
        }
        running = tills;
        return tills;
    }

    private void open(StandIn tills) {
        DemoConnection connection = maker.connection();
        if (tills.isNew()) {
            setUp.fill(tills);
        }
        String hook = "/hooks/" + connection.code();
        tills.tell(url.value() + hook, connection.signing(), URI.create(door() + hook));
        if (tills.isNetworkDown()) {
            tills.networkDown(false); // whoever cut it is gone, and the shops would sell in vain
        }
    }

    private URI door() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private void announce(StandIn tills) {
        addresses.announce(
                maker.connection().plugin(), new StandInAddress(tills.address(), door()));
    }

    private void close() {
        StandIn tills = running;
        if (tills != null) {
            running = null;
            tills.close();
        }
    }

    @Override
    public synchronized void destroy() {
        ended = true;
        keeper.interrupt();
        if (running != null) {
            close();
            addresses.withdraw(maker.connection().plugin());
            leases.giveBack(LEASE);
        }
    }
}
