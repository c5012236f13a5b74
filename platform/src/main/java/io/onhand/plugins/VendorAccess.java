package io.onhand.plugins;

import io.onhand.leases.Leases;
import io.onhand.plugin.Declaration.OAuth;
import io.onhand.plugins.TokenDesk.Answer;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps connections' access to their vendors fresh. Of all callers and programs that want a
 * connection's token refreshed one asks for it; many vendors take a refresh token once.
 */
@Component
class VendorAccess {

    static final Duration REFRESH_TIME_MAX = Duration.ofSeconds(4);

    private static final Logger log = LoggerFactory.getLogger(VendorAccess.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final int KNOWN_MAX = 10_000;

    private final Vault vault;
    private final TokenKeeper keeper;
    private final TokenDesk desk;
    private final Leases leases;
    private final MachineClock clock;
    private final Map<UUID, Instant> looked = new ConcurrentHashMap<>();
    private final ReentrantLock[] locks =
            IntStream.range(0, 64).mapToObj(_ -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    VendorAccess(
            Vault vault, TokenKeeper keeper, TokenDesk desk, Leases leases, MachineClock clock) {
        this.vault = vault;
        this.keeper = keeper;
        this.desk = desk;
        this.leases = leases;
        this.clock = clock;
    }

    /** What became of a refresh. */
    enum Refreshed {
        /** There is a token that was not there before. */
        YES,
        /** Somebody else is at it, or the vendor does not answer. */
        LATER,
        /** Only a person can help. */
        NO
    }

    /** The token that calls are made with now. */
    Optional<String> token(Installation installation, OAuth oauth) {
        return vault.secret(installation, oauth.secret());
    }

    /** Refreshes a token whose time is near. Looks once a minute. */
    void refreshAhead(Installation installation, OAuth oauth) {
        Instant now = clock.now();
        Instant last = looked.get(installation.connection());
        if (last != null && now.isBefore(last.plus(LOOK_EVERY))) {
            return;
        }
        if (looked.size() >= KNOWN_MAX) {
            looked.clear();
        }
        looked.put(installation.connection(), now);
        if (isDue(installation, oauth, now)) {
            refresh(installation, oauth, token(installation, oauth));
        }
    }

    /** There is a token that nobody has looked at yet. */
    void forget(Installation installation) {
        looked.remove(installation.connection());
    }

    private boolean isDue(Installation installation, OAuth oauth, Instant now) {
        return Tokens.refreshAt(oauth, name -> vault.secret(installation, name))
                .filter(at -> !now.isBefore(at))
                .isPresent();
    }

    /**
     * Refreshes a token, unless somebody has done so already.
     *
     * @param used the token that will not do any more
     */
    Refreshed refresh(Installation installation, OAuth oauth, Optional<String> used) {
        var lock = locks[Math.floorMod(installation.connection().hashCode(), locks.length)];
        String lease = "token-" + installation.connection();
        lock.lock();
        try {
            if (!leases.take(lease, LEASE)) {
                return Refreshed.LATER;
            }
            try {
                return token(installation, oauth).equals(used)
                        ? ask(installation, oauth, used)
                        : Refreshed.YES;
            } finally {
                leases.giveBack(lease);
            }
        } finally {
            lock.unlock();
        }
    }

    private Refreshed ask(Installation installation, OAuth oauth, Optional<String> used) {
        Optional<String> refresh =
                Tokens.refreshToken(oauth, name -> vault.secret(installation, name));
        if (refresh.isEmpty()) {
            return Refreshed.NO;
        }
        return switch (desk.ofRefreshToken(installation, oauth, refresh.get(), REFRESH_TIME_MAX)) {
            case Answer.Given(var tokens) -> {
                if (!token(installation, oauth).equals(used)) {
                    // a person signed in or entered one meanwhile, perhaps of another account
                    yield Refreshed.YES;
                }
                CurrentTenant.run(
                        installation.tenant(),
                        Act.ofJob("refresh-token", UUID.randomUUID().toString()),
                        () ->
                                keeper.keep(
                                        installation,
                                        tokens.secrets(oauth, clock.now()),
                                        Map.of()));
                yield Refreshed.YES;
            }
            case Answer.Later _ -> Refreshed.LATER;
            case Answer.Refused _ -> {
                log.warn("The vendor of {} refused to refresh a token", installation.plugin());
                yield Refreshed.NO;
            }
        };
    }
}
