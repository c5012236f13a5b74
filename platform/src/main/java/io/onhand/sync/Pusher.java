package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.ConnectionQueries;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugins.PluginRunner;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A connection's turn to tell its vendor what changed here. What was tried is tried again exactly
 * as it was, until the vendor answers.
 */
@Component
class Pusher implements Task {

    /** When to look although nobody asked. */
    static final Duration LOOK_EVERY = Duration.ofHours(1);

    /** After this long a person has to know. */
    static final Duration TRIED_MAX = Duration.ofHours(24);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** The vendor took another body under this key. */
    private static final String KEY_REUSED = "idempotency-key-reused";

    /** Failures on this side of the vendor, who may have done what he was told. */
    private static final Set<String> MAY_BE_DONE =
            Set.of("plugin-failed", "answer-too-large", "no-plugin");

    private final ConnectionQueries connections;
    private final ConnectionStandQueries stands;
    private final PluginRunner plugins;
    private final PushDesk desk;
    private final MachineClock clock;

    Pusher(
            ConnectionQueries connections,
            ConnectionStandQueries stands,
            PluginRunner plugins,
            PushDesk desk,
            MachineClock clock) {
        this.connections = connections;
        this.stands = stands;
        this.plugins = plugins;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Turn.Kind kind() {
        return Turn.Kind.PUSH;
    }

    @Override
    public Next work(Hold hold) {
        Optional<Connection> connection =
                connections.find(hold.turn().connection()).filter(this::isTold);
        if (connection.isEmpty()) {
            return new Next(clock.now().plus(LOOK_EVERY), 0);
        }
        if (push(connection.get(), hold) instanceof Ended.Failed(var why, var atLeast)) {
            desk.failed(connection.get(), why);
            int attempts = hold.turn().attempts();
            var pause = Pauses.after(FIRST_PAUSE, attempts, atLeast);
            return new Next(clock.now().plus(pause), attempts + 1);
        }
        return new Next(clock.now().plus(LOOK_EVERY), 0);
    }

    private boolean isTold(Connection connection) {
        return connection.mode() == Mode.LIVE
                && pushMax(connection) > 0
                && stands.of(connection.id()).filter(stand -> !stand.paused()).isPresent();
    }

    private int pushMax(Connection connection) {
        return plugins.declaration(connection.plugin()).map(Declaration::pushMax).orElse(0);
    }

    private Ended push(Connection connection, Hold hold) {
        int together = pushMax(connection);
        while (hold.keep()) {
            Optional<OpenPush> next = desk.next(connection, together);
            if (next.isEmpty()) {
                return Ended.WELL;
            }
            Ended ended = push(connection, next.get());
            if (ended != Ended.WELL) {
                return ended;
            }
        }
        return Ended.LOST;
    }

    private Ended push(Connection connection, OpenPush push) {
        Outcome<PushAnswer> answer = plugins.push(connection.installation(), push.told());
        return switch (answer) {
            case Outcome.Ok<PushAnswer>(PushAnswer.Applied(var stock)) -> {
                desk.applied(connection, push, stock);
                yield Ended.WELL;
            }
            case Outcome.Ok<PushAnswer>(PushAnswer.Refused(var refusals)) -> {
                desk.refused(connection, push, refusals);
                yield Ended.WELL;
            }
            case Outcome.Fail<PushAnswer>(var code, var message) when code.equals(KEY_REUSED) -> {
                desk.takenBefore(connection, push, message);
                yield Ended.WELL;
            }
            case Outcome.Fail<PushAnswer>(var code, var message)
                    when !MAY_BE_DONE.contains(code) -> {
                desk.refusedWhole(connection, push, message);
                yield Ended.WELL;
            }
            case Outcome.Fail<PushAnswer> _,
                    Outcome.Retry<PushAnswer> _,
                    Outcome.Reauthorise<PushAnswer> _ -> {
                if (Duration.between(push.since(), clock.now()).compareTo(TRIED_MAX) >= 0) {
                    desk.givenUp(connection, push);
                }
                yield Ended.of(answer);
            }
        };
    }
}
