package io.onhand.channels;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.plugins.AccessWatch;
import io.onhand.plugins.Installation;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Raises an exception while a vendor does not let a connection in, and closes it afterwards. */
@Component
class AccessAlarm implements AccessWatch {

    /** How long what was told once is not told again. */
    private static final Duration TOLD_FOR = Duration.ofMinutes(1);

    private static final int KNOWN_MAX = 10_000;

    private record Told(boolean works, Instant until) {}

    private final ConnectionQueries queries;
    private final Exceptions exceptions;
    private final MachineClock clock;
    private final ConcurrentHashMap<UUID, Told> told = new ConcurrentHashMap<>();

    AccessAlarm(ConnectionQueries queries, Exceptions exceptions, MachineClock clock) {
        this.queries = queries;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    @Override
    public void lost(Installation installation) {
        tell(installation, false, this::raise);
    }

    private void raise(Connection connection) {
        exceptions.raise(
                ExceptionKind.ACCESS_LOST,
                Subject.of(connection.code()),
                "The vendor does not let this connection in any more. Sign in there again, or enter"
                        + " a new token.",
                Map.of("connection", connection.code()));
    }

    @Override
    public void works(Installation installation) {
        tell(installation, true, this::close);
    }

    private void close(Connection connection) {
        var subject = Subject.of(connection.code());
        if (!exceptions.open(ExceptionKind.ACCESS_LOST, List.of(subject)).isEmpty()) {
            exceptions.close(ExceptionKind.ACCESS_LOST, subject);
        }
    }

    private void tell(Installation installation, boolean works, Consumer<Connection> how) {
        UUID id = installation.connection();
        Instant now = clock.now();
        Told last = told.get(id);
        if (last != null && last.works() == works && now.isBefore(last.until())) {
            return;
        }
        CurrentTenant.run(
                installation.tenant(),
                Act.ofJob("vendor-access", UUID.randomUUID().toString()),
                () -> queries.find(new SourceId(id)).ifPresent(how));
        if (told.size() >= KNOWN_MAX) {
            told.clear();
        }
        told.put(id, new Told(works, now.plus(TOLD_FOR)));
    }
}
