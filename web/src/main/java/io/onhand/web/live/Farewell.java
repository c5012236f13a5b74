package io.onhand.web.live;

import java.time.Duration;

/**
 * Why the server ends a connection.
 *
 * @param code the close code of the protocol
 * @param reason a word for people who look
 * @param retryAfter when the client may come back; zero where it is not told
 */
record Farewell(int code, String reason, Duration retryAfter) {

    static final Farewell SIGNED_OUT = of(4001, "signed out");
    static final Farewell RIGHTS_WITHDRAWN = of(4003, "rights withdrawn");
    static final Farewell TOO_SLOW = of(4008, "too slow");
    static final Farewell NOT_UNDERSTOOD = of(1003, "a JSON object is expected");
    static final Farewell TOO_BIG = of(1009, "too big");

    private static Farewell of(int code, String reason) {
        return new Farewell(code, reason, Duration.ZERO);
    }

    /** The program ends; clients come back at different times. */
    static Farewell restarting(Duration retryAfter) {
        return new Farewell(4010, "{\"retryMs\":" + retryAfter.toMillis() + "}", retryAfter);
    }
}
