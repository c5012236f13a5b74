package io.onhand.plugins;

import io.onhand.database.Retry;
import io.onhand.tenancy.MachineClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which server is asked instead of a vendor's own: the one that is set for its plugin ({@code
 * ONHAND_CONNECTORS_<PLUGIN>_BASE_URL}), or else the stand-in that one of the demo's programs runs.
 */
@Component
public class VendorAddresses {

    /** Where nothing listens. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    /**
     * A stand-in of a vendor.
     *
     * @param address of its API, at which it plays the vendor
     * @param door of the program that runs it
     */
    public record StandInAddress(URI address, URI door) {}

    private record Known(Optional<StandInAddress> at, Instant until) {}

    private final VendorAddressStatements statements;
    private final Environment environment;
    private final MachineClock clock;
    private final Retry retry;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    VendorAddresses(
            VendorAddressStatements statements,
            Environment environment,
            MachineClock clock,
            Retry retry) {
        this.statements = statements;
        this.environment = environment;
        this.clock = clock;
        this.retry = retry;
    }

    /** The address that is set for a plugin; none in production. */
    public Optional<URI> set(String plugin) {
        String base = environment.getProperty("onhand.connectors." + plugin + ".base.url", "");
        return base.isBlank()
                ? Optional.empty()
                : Optional.of(URI.create(base.strip().replaceFirst("/+$", "")));
    }

    /**
     * The stand-in that runs for a plugin, or ran last, as it was known a second ago; none in
     * production. There is one only where a demo ran, whose tills no vendor knows.
     */
    public Optional<StandInAddress> standIn(String plugin) {
        if (environment.matchesProfiles("production")) {
            return Optional.empty();
        }
        Instant now = clock.now();
        Known last = known.get(plugin);
        if (last != null && now.isBefore(last.until())) {
            return last.at();
        }
        Optional<StandInAddress> at = retry.call(() -> statements.find(plugin));
        known.put(plugin, new Known(at, now.plus(KNOWN_FOR)));
        return at;
    }

    /** The server that is asked instead of the vendor's own, without a slash at its end. */
    Optional<URI> instead(String plugin) {
        return set(plugin).or(() -> standIn(plugin).map(StandInAddress::address));
    }

    /** From now on a stand-in is asked, and nobody as long as none has run. */
    public void reserve(String plugin) {
        retry.call(() -> statements.reserve(plugin, new StandInAddress(NOBODY, NOBODY)));
        known.remove(plugin);
    }

    /** Whether a stand-in is asked that does not run yet or has ended, so that nobody answers. */
    public boolean isNobody(String plugin) {
        return instead(plugin).filter(NOBODY::equals).isPresent();
    }

    /** Tells all programs that the stand-in ended. */
    public void withdraw(String plugin) {
        announce(plugin, new StandInAddress(NOBODY, NOBODY));
    }

    /** Tells all programs where a stand-in runs. */
    public void announce(String plugin, StandInAddress at) {
        retry.call(() -> statements.put(plugin, at));
        known.remove(plugin);
    }
}
