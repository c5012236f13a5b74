package io.onhand.plugins;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Outcome;
import io.onhand.plugins.Asked.Amount;
import io.onhand.plugins.SecretFilling.Result;
import io.onhand.plugins.VendorRoad.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks vendors on behalf of plugins, which have no network and no secrets of their own. A plugin
 * names the vendor's own host, one of those that it declares; where another server is set for the
 * plugin, that one is asked instead and nobody else.
 */
@Component
class Broker {

    static final Duration TIME_MAX = Duration.ofSeconds(9);
    static final int BODY_BYTES_MAX = 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Broker.class);
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int HELD_SECONDS = 1;

    private final Vault vault;
    private final VendorRoad road;
    private final Turnstiles turnstiles;
    private final VendorAsks asks;
    private final BrokerMeters meters;

    Broker(
            Vault vault,
            VendorRoad road,
            Turnstiles turnstiles,
            VendorAsks asks,
            BrokerMeters meters) {
        this.vault = vault;
        this.road = road;
        this.turnstiles = turnstiles;
        this.asks = asks;
        this.meters = meters;
    }

    /**
     * Asks a vendor, or refuses to.
     *
     * @param during the plugin's call that this is for
     */
    Outcome<HttpAnswer> ask(
            Installation installation, Declaration declaration, String during, HttpCall call) {
        long start = System.nanoTime();
        Optional<VendorUrl> url = VendorUrl.of(call.url());
        if (url.isEmpty() || !declaration.hosts().contains(url.get().host())) {
            return refused(
                    new Line(installation, "-", during, start),
                    "host-not-allowed",
                    "This address is not at a declared host.");
        }
        var line = new Line(installation, url.get().host(), during, start);
        byte[] body = call.body() == null ? null : call.body().getBytes(StandardCharsets.UTF_8);
        if (!METHODS.contains(call.method()) || !HeaderRules.allow(call.headers())) {
            return refused(line, "bad-request", "This method or header may not be sent.");
        }
        if (body != null && body.length > BODY_BYTES_MAX) {
            return refused(line, "request-too-large", "A request has at most 1 MiB.");
        }
        var secrets = new SecretFilling(vault, installation, declaration, line.host());
        return switch (secrets.fill(call.headers())) {
            case Result.Missing _ -> {
                count(line, Asked.REFUSED, 0, 0);
                yield new Outcome.Reauthorise<>(false);
            }
            case Result.NotBound _ ->
                    refused(line, "secret-not-bound", "This secret does not go to this host.");
            case Result.Filled(var headers) when !HeaderRules.allow(headers) ->
                    refused(line, "bad-secret", "A secret is not fit for a header.");
            case Result.Filled(var headers) -> {
                var way = road.to(installation.plugin(), url.get());
                var request = new VendorRequest(call.method(), way.address(), headers, body);
                yield pass(line, secrets, way, request);
            }
        };
    }

    /** An ask on its way through here. */
    private record Line(Installation installation, String host, String during, long start) {

        Duration took() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        Duration left() {
            Duration left = TIME_MAX.minus(took());
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    private Outcome<HttpAnswer> pass(
            Line line, SecretFilling secrets, Way way, VendorRequest request) {
        @Nullable Turnstile turnstile;
        try {
            turnstile = turnstiles.enter(line.installation().connection(), line.left());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retry<>(0);
        }
        if (turnstile == null) {
            meters.held();
            return new Outcome.Retry<>(HELD_SECONDS);
        }
        try {
            return send(line, secrets, way, request);
        } finally {
            turnstile.leave();
        }
    }

    private Outcome<HttpAnswer> send(
            Line line, SecretFilling secrets, Way way, VendorRequest request) {
        try {
            var received = way.send(request, line.left());
            HttpAnswer answer = received.answer();
            count(line, Asked.outcome(answer), request.bytes(), received.bytes());
            return new Outcome.Ok<>(secrets.masked(answer));
        } catch (PublicAddresses.NotPublic e) {
            return refused(line, "host-not-public", "This host is not at a public address.");
        } catch (VendorClient.TooLarge e) {
            count(line, Asked.NO_ANSWER, request.bytes(), VendorClient.ANSWER_BYTES_MAX);
            return new Outcome.Fail<>("answer-too-large", "An answer has at most 5 MiB.");
        } catch (IOException e) {
            log.debug("{} did not answer", line.host(), e);
            count(line, Asked.NO_ANSWER, request.bytes(), 0);
            return new Outcome.Retry<>(0);
        }
    }

    private Outcome<HttpAnswer> refused(Line line, String code, String message) {
        log.warn(
                "The plugin {} may not ask that at {}: {}",
                line.installation().plugin(),
                line.host(),
                code);
        count(line, Asked.REFUSED, 0, 0);
        return new Outcome.Fail<>(code, message);
    }

    private void count(Line line, String outcome, long sent, long received) {
        Installation installation = line.installation();
        asks.count(
                new Asked(
                        installation.tenant(),
                        installation.connection(),
                        line.host(),
                        line.during(),
                        outcome),
                new Amount(1, sent, received));
        meters.asked(outcome, line.took());
    }
}
