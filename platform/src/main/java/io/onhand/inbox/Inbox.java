package io.onhand.inbox;

import io.onhand.channels.Hook;
import io.onhand.channels.HookKey;
import io.onhand.channels.Hooks;
import io.onhand.inbox.Reception.BadSignature;
import io.onhand.inbox.Reception.Kept;
import io.onhand.inbox.Reception.NotNow;
import io.onhand.inbox.Signatures.Verdict;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The door of deliveries: what is signed by its sender is durable before it is answered. */
@Component
public class Inbox {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Hooks hooks;
    private final Signatures signatures;
    private final RefusedDeliveries refused;
    private final Backlog backlog;
    private final DeliveryWriter writer;
    private final BusinessClock clock;
    private final MachineClock machine;
    private final JsonMapper json;

    Inbox(
            Hooks hooks,
            Signatures signatures,
            RefusedDeliveries refused,
            Backlog backlog,
            DeliveryWriter writer,
            BusinessClock clock,
            MachineClock machine,
            JsonMapper json) {
        this.hooks = hooks;
        this.signatures = signatures;
        this.refused = refused;
        this.backlog = backlog;
        this.writer = writer;
        this.clock = clock;
        this.machine = machine;
        this.json = json;
    }

    /** The hook whose address ends in this text; empty if there is none. */
    public Optional<Hook> find(String key) {
        try {
            return hooks.find(new HookKey(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes a message: returns once it is durable or refused, after at most a few seconds. */
    public Reception receive(Hook hook, HookMessage message) {
        return switch (signatures.check(hook, message)) {
            case Verdict.Wrong(var reason) -> {
                refused.note(hook, message, reason);
                yield new BadSignature(reason);
            }
            case Verdict.Right(var vendorEventId) ->
                    backlog.admits(hook.tenant())
                                    && writer.keep(delivery(hook, message, vendorEventId))
                            ? new Kept()
                            : new NotNow(PAUSE);
        };
    }

    private NewDelivery delivery(Hook hook, HookMessage message, @Nullable String vendorEventId) {
        var source = hook.connection().id();
        return new NewDelivery(
                Region.of(source.value()).newId(),
                hook.tenant(),
                source,
                clock.now(),
                machine.now(),
                vendorEventId,
                json.writeValueAsString(message.masked()),
                message.body());
    }
}
