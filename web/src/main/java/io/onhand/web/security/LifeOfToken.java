package io.onhand.web.security;

import java.time.Instant;

/**
 * On what hangs how long somebody may stay who showed a token of another issuer: no session of ours
 * is behind it, so they may stay as long as it is good.
 */
public final class LifeOfToken {

    private static final String UNTIL = "until:";

    private LifeOfToken() {}

    static String until(Instant end) {
        return UNTIL + end.getEpochSecond();
    }

    /** Whether it is such a life, and no session. */
    public static boolean is(String life) {
        return life.startsWith(UNTIL);
    }

    /** Whether it has not ended. */
    public static boolean lasts(String life, Instant now) {
        return now.getEpochSecond() < Long.parseLong(life.substring(UNTIL.length()));
    }
}
