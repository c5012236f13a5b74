package onhand.plugins.square.standin;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How a stand-in is set up.
 *
 * @param directory where it keeps its orders; made when missing
 * @param port the loopback port, 0 for a free one
 * @param seed of ids and of the network's trouble
 * @param token the access token that is good from the start
 * @param application id that changes made through the API carry as their source
 * @param requestsPerSecond above which it answers 429; twice as many at once are let through
 * @param retryScale by how much the times between Square's retries are divided, at least 1
 */
public record StandInSettings(
        Path directory,
        int port,
        InstantSource clock,
        long seed,
        String merchant,
        String token,
        String application,
        int requestsPerSecond,
        int retryScale) {

    private static final int REQUESTS_PER_SECOND_DEFAULT = 200;

    public StandInSettings {
        if (requestsPerSecond < 1 || retryScale < 1) {
            throw new IllegalArgumentException("a rate and a scale are at least 1");
        }
    }

    /** A free port, retries at Square's own times. */
    public static StandInSettings of(
            Path directory, InstantSource clock, String merchant, String token) {
        return new StandInSettings(
                directory,
                0,
                clock,
                1,
                merchant,
                token,
                "sq0idp-onhand",
                REQUESTS_PER_SECOND_DEFAULT,
                1);
    }

    /** The same on another loopback port. */
    public StandInSettings withPort(int other) {
        return new StandInSettings(
                directory,
                other,
                clock,
                seed,
                merchant,
                token,
                application,
                requestsPerSecond,
                retryScale);
    }

    /** The same with other ids and another run of trouble. */
    public StandInSettings withSeed(long other) {
        return new StandInSettings(
                directory,
                port,
                clock,
                other,
                merchant,
                token,
                application,
                requestsPerSecond,
                retryScale);
    }

    /** The same with another rate. */
    public StandInSettings withRequestsPerSecond(int other) {
        return new StandInSettings(
                directory, port, clock, seed, merchant, token, application, other, retryScale);
    }

    /** The same with retries so many times faster. */
    public StandInSettings withRetryScale(int other) {
        return new StandInSettings(
                directory,
                port,
                clock,
                seed,
                merchant,
                token,
                application,
                requestsPerSecond,
                other);
    }
}
