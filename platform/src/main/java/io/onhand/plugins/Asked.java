package io.onhand.plugins;

import io.onhand.plugin.HttpAnswer;
import io.onhand.tenancy.TenantId;
import java.util.List;
import java.util.UUID;

/**
 * What is counted of an ask of a vendor.
 *
 * @param host as the plugin named it; {@code -} if it may not name it
 * @param call for which call of the plugin: {@code fetch}, {@code push} …
 * @param outcome {@code 2xx} … {@code 5xx}, {@code none} without an answer, {@code refused} if it
 *     was not asked at all
 */
record Asked(TenantId tenant, UUID connection, String host, String call, String outcome) {

    static final String NO_ANSWER = "none";
    static final String REFUSED = "refused";

    /** All outcomes; a status beyond 599 is counted with the vendor's own errors. */
    static final List<String> OUTCOMES =
            List.of("1xx", "2xx", "3xx", "4xx", "5xx", NO_ANSWER, REFUSED);

    static String outcome(HttpAnswer answer) {
        return Math.clamp(answer.status() / 100, 1, 5) + "xx";
    }

    /**
     * How often, and how much.
     *
     * @param sent bytes of bodies
     * @param received bytes of bodies
     */
    record Amount(long requests, long sent, long received) {

        Amount plus(Amount other) {
            return new Amount(
                    requests + other.requests, sent + other.sent, received + other.received);
        }
    }
}
