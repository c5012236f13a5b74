package io.onhand.inbox;

import io.onhand.channels.Hook;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.HookSignature;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.MachineClock;
import org.jspecify.annotations.Nullable;
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
         * @param vendorEventId the sender's id of the message, where a header tells it; null where
         *     none does
         */
        record Right(@Nullable String vendorEventId) implements Verdict {}

        record Wrong(String reason) implements Verdict {}
    }

    Verdict check(Hook hook, HookMessage message) {
        HookSignature scheme =
                plugins.declaration(hook.connection().plugin())
                        .map(Declaration::signature)
                        .orElse(null);
        String secret =
                scheme == null ? null : hook.secrets().signing(scheme.secret()).orElse(null);
        if (scheme == null || secret == null) {
            return new Verdict.Wrong("the connection has no secret to check it with");
        }
        return switch (scheme) {
            case HookSignature.StandardWebhooks _ ->
                    StandardWebhooks.check(secret, message, clock.now());
            case HookSignature.Hmac hmac -> HmacSignatures.check(hmac, secret, message);
        };
    }
}
