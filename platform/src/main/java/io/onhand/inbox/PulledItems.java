package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.channels.SourceEvent;
import io.onhand.inbox.Understood.Part;
import io.onhand.plugin.ReadItem;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of what was asked for, and not sent. What is new becomes a delivery and goes the way of
 * every other; of what is known already nothing is kept.
 */
@Component
public class PulledItems {

    /** Parts of one delivery. */
    static final int TOGETHER_MAX = 500;

    private final KnownParts known;
    private final DeliveryStatements deliveries;
    private final Backlog backlog;
    private final ApplicationEventPublisher listeners;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final MachineClock machine;
    private final Nudge nudge;

    PulledItems(
            KnownParts known,
            DeliveryStatements deliveries,
            Backlog backlog,
            ApplicationEventPublisher listeners,
            JsonMapper json,
            BusinessClock clock,
            MachineClock machine,
            Nudge nudge) {
        this.known = known;
        this.deliveries = deliveries;
        this.backlog = backlog;
        this.listeners = listeners;
        this.json = json;
        this.clock = clock;
        this.machine = machine;
        this.nudge = nudge;
    }

    /** Whether more may come in now; false while too much of this tenant waits. */
    public boolean hasRoom() {
        return backlog.admits(CurrentTenant.id());
    }

    /**
     * Keeps what is new of these. What is only seen, and changes of our own that came back, are
     * told on at once. Joins the transaction that runs.
     *
     * @return how many deliveries came of it
     */
    public int keep(Connection connection, List<ReadItem> items) {
        var heard = new TillHeard.Collector(connection, null, clock.now());
        Map<ReadItem, SourceEvent> events = new LinkedHashMap<>();
        List<ReadItem> wanted = new ArrayList<>();
        List<ReadItem> bad = new ArrayList<>();
        for (ReadItem item : items) {
            switch (Proposals.check(item)) {
                case Part.Good(var event, _) -> {
                    events.put(item, event);
                    wanted.add(item);
                }
                case Part.Hint _ -> wanted.add(item);
                case Part.Bad _ -> bad.add(item);
                case Part.Changed(var what) -> heard.add(what);
                case Part.Seen(var observation) -> heard.add(observation);
                case Part.Echo(var change) -> heard.add(change);
                case Part.Quiet _ -> {
                    // it tells nothing, again and again
                }
            }
        }
        wanted.removeAll(known.among(connection, events));
        heard.heard().ifPresent(listeners::publishEvent);
        return keepNew(connection, wanted) + keepBad(connection, bad);
    }

    /** Has what was kept read without delay; to be called after the commit. */
    public void wake() {
        nudge.wake(Work.Kind.READ);
    }

    private int keepNew(Connection connection, List<ReadItem> wanted) {
        int kept = 0;
        for (int from = 0; from < wanted.size(); from += TOGETHER_MAX) {
            int to = Math.min(wanted.size(), from + TOGETHER_MAX);
            keep(connection, newId(connection), null, wanted.subList(from, to));
            kept++;
        }
        return kept;
    }

    /** Each alone, so that the same is known when it is found again. */
    private int keepBad(Connection connection, List<ReadItem> bad) {
        int kept = 0;
        for (ReadItem item : bad) {
            UUID id = newId(connection);
            Optional<String> name = known.claim(connection, id, PulledText.of(json, List.of(item)));
            if (name.isPresent()) {
                keep(connection, id, name.get(), List.of(item));
                kept++;
            }
        }
        return kept;
    }

    private static UUID newId(Connection connection) {
        return Region.of(connection.id().value()).newId();
    }

    private void keep(Connection connection, UUID id, @Nullable String name, List<ReadItem> items) {
        byte[] body = PulledText.of(json, items);
        deliveries.insertPulled(id, connection.id(), name, clock.now(), body);
        deliveries.addReading(id, connection.id(), machine.now());
    }
}
