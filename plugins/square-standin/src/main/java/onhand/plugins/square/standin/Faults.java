package onhand.plugins.square.standin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong next, and which tokens are good. */
public final class Faults {

    private static final class Planned {

        private final String call;
        private final Fault fault;
        private int times;

        Planned(String call, Fault fault, int times) {
            this.call = call;
            this.fault = fault;
            this.times = times;
        }
    }

    /** A token and until when it is good; always when null. */
    private record Token(@Nullable Instant end, boolean revoked) {}

    private final InstantSource clock;
    private final List<Planned> planned = new ArrayList<>();
    private final Map<String, Token> tokens = new HashMap<>();

    Faults(InstantSource clock, String token) {
        this.clock = clock;
        accept(token, null);
    }

    /**
     * The next requests of this call go wrong.
     *
     * @param call as in {@code "POST /v2/orders/search"}
     */
    public synchronized void next(String call, Fault fault, int times) {
        planned.add(new Planned(call, fault, times));
    }

    /** Nothing planned goes wrong any more; tokens stay as they are. */
    public synchronized void clear() {
        planned.clear();
    }

    /** From now on this token is good, until it expires. */
    public synchronized void accept(String token, @Nullable Instant expiresAt) {
        tokens.put(token, new Token(expiresAt, false));
    }

    /** The token expires now. */
    public synchronized void expire(String token) {
        tokens.put(token, new Token(clock.instant(), false));
    }

    /** The merchant takes the access back. */
    public synchronized void revoke(String token) {
        tokens.put(token, new Token(null, true));
    }

    synchronized @Nullable Fault take(String call) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned next = all.next();
            if (next.call.equals(call)) {
                next.times--;
                if (next.times <= 0) {
                    all.remove();
                }
                return next.fault;
            }
        }
        return null;
    }

    /** Refuses a token that is not good. */
    synchronized void check(@Nullable String authorization) {
        String bearer = "Bearer ";
        Token token =
                authorization == null || !authorization.startsWith(bearer)
                        ? null
                        : tokens.get(authorization.substring(bearer.length()));
        if (token == null) {
            throw Refused.token("UNAUTHORIZED", "This request could not be authorized.");
        }
        if (token.revoked()) {
            throw revoked();
        }
        Instant end = token.end();
        if (end != null && !clock.instant().isBefore(end)) {
            throw expired();
        }
    }

    /** Refuses what goes wrong before anything is done. */
    static void before(@Nullable Fault fault) {
        switch (fault) {
            case null -> {}
            case Fault.TokenExpired() -> throw expired();
            case Fault.TokenRevoked() -> throw revoked();
            case Fault.RateLimited(var retryAfter) -> throw Refused.rate(retryAfter);
            case Fault.Unavailable() ->
                    throw Refused.ours(503, "SERVICE_UNAVAILABLE", "Try again later.");
            case Fault.InvalidCursor() -> throw Page.badCursor();
            case Fault.KeyReused() -> throw InventoryWrites.keyReused();
            case Fault.OccurredAtRefused() -> throw InventoryWrites.badTime();
            case Fault.ErrorAfterEffect() -> {}
            case Fault.SilenceAfterEffect(var hold) -> {}
        }
    }

    private static Refused expired() {
        return Refused.token("ACCESS_TOKEN_EXPIRED", "The access token has expired.");
    }

    private static Refused revoked() {
        return Refused.token("ACCESS_TOKEN_REVOKED", "The access token has been revoked.");
    }
}
