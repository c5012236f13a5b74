package io.onhand.inbox;

import io.onhand.channels.Hook;
import io.onhand.plugin.HookSignature;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.MachineClock;
import org.springframework.stereotype.Component;

/** Whether the sender of a message is the one that it should be, as its plugin declares. */
@Component
class Signatures {

    private final PluginRunner plugins;
    private final MachineClock clock;

    Signatures(PluginRunner plugins, MachineClock clock) {
        this.plugins = plugins;
        this.clock = clock;
    }

    /** What a check found. */
    sealed interface Verdict {

        /**
         * It is right.
         *
         * @param vendorEventId the sender's id of the message, where a header tells it
         */
        record Right(String vendorEventId) implements Verdict {}

        record Wrong(String reason) implements Verdict {}
    }

    Verdict check(Hook hook, HookMessage message) {
        HookSignature scheme = plugins.signature(hook.connection().plugin()).orElse(null);
        String secret = hook.secrets().signing().orElse(null);
        if (scheme == null || secret == null) {
            return new Verdict.Wrong("the connection has no secret to check it with");
        }
        return switch (scheme) {
            case STANDARD_WEBHOOKS -> StandardWebhooks.check(secret, message, clock.now());
        };
    }
}
