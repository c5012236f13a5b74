package io.onhand.plugin;

import java.util.Map;

/** What a connector may ask Onhand for during a call, on behalf of one connection. */
public interface Ctx {

    /** The connection's settings, by name; free of secrets. */
    Map<String, String> settings();

    /** The time, ISO 8601 in UTC. */
    String now();

    /**
     * Asks the vendor. It comes back within 10 seconds.
     *
     * @return {@link Outcome.Ok} with the answer whatever its status is; {@link Outcome.Retry} when
     *     there was none, {@link Outcome.Fail} when this may not be asked. Either is to be handed
     *     on as the connector's own outcome. After {@link Outcome.Retry} the vendor may have done
     *     what was asked
     */
    Outcome<HttpAnswer> http(HttpCall call);

    /** Where to say what happened. */
    Log log();
}
