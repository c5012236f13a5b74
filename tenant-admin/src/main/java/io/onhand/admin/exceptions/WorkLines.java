package io.onhand.admin.exceptions;

import io.onhand.admin.ui.ShopClock;
import io.onhand.admin.ui.StoreTime;
import io.onhand.admin.ui.Visitor;
import io.onhand.database.Outage;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.identity.People;
import io.onhand.identity.PersonId;
import io.onhand.locations.LocationQueries;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads exceptions, as far as a visitor may see them. */
@Component("workLines")
public class WorkLines {

    /** Kinds whose reason stands in the movements of a level. */
    private static final Set<ExceptionKind> OF_A_LEVEL =
            EnumSet.of(
                    ExceptionKind.NEGATIVE_STOCK,
                    ExceptionKind.OVERSOLD_PROMISE,
                    ExceptionKind.CLOCK_DOUBT,
                    ExceptionKind.LEDGER_MISMATCH);

    /** Open exceptions beyond which the navigation stops counting. */
    public static final int COUNTED_MAX = 99;

    private static final int STEP = 500;

    private final ExceptionQueries queries;
    private final LocationQueries locations;
    private final People people;
    private final ShopClock clock;

    WorkLines(ExceptionQueries queries, LocationQueries locations, People people, ShopClock clock) {
        this.queries = queries;
        this.locations = locations;
        this.people = people;
        this.clock = clock;
    }

    /** The newest open ones. */
    public List<WorkLine> newest(Visitor visitor, int limit) {
        var filter = new ExceptionQueries.Filter(true, null, null);
        return lines(page(filter, ExceptionQueries.Place.START, limit, visitor), visitor);
    }

    /** How many are open, for the navigation; empty for none and for who sees only a part. */
    public String open(Visitor visitor) {
        if (visitor.isLimited() || !visitor.may("read-exceptions")) {
            return "";
        }
        int open;
        try {
            open = queries.open(COUNTED_MAX + 1);
        } catch (RuntimeException e) {
            if (Outage.causes(e)) {
                return ""; // the page that tells of the outage has a navigation, too
            }
            throw e;
        }
        return open == 0 ? "" : open > COUNTED_MAX ? COUNTED_MAX + "+" : String.valueOf(open);
    }

    /** A page of those that the visitor may see. */
    List<OpenWork> page(
            ExceptionQueries.Filter filter,
            ExceptionQueries.Place after,
            int limit,
            Visitor visitor) {
        if (!visitor.isLimited()) {
            return queries.page(filter, after, limit);
        }
        List<OpenWork> seen = new ArrayList<>();
        ExceptionQueries.Place place = after;
        List<OpenWork> step;
        do {
            step = queries.page(filter, place, STEP);
            step.stream()
                    .filter(work -> isVisible(work, visitor))
                    .limit(limit - seen.size())
                    .forEach(seen::add);
            if (!step.isEmpty()) {
                var last = step.getLast();
                place = new ExceptionQueries.Place(last.firstAt(), last.id().value());
            }
        } while (step.size() == STEP && seen.size() < limit);
        return seen;
    }

    List<WorkLine> lines(List<OpenWork> found, Visitor visitor) {
        var time = clock.time(visitor);
        var owners =
                people.names(
                        found.stream()
                                .map(OpenWork::owner)
                                .filter(Objects::nonNull)
                                .map(PersonId::parse)
                                .collect(Collectors.toSet()));
        return found.stream().map(work -> line(work, time, owners)).toList();
    }

    boolean isVisible(OpenWork work, Visitor visitor) {
        String code = place(work);
        var id = code.isEmpty() ? null : locations.idsByCode(List.of(code)).get(code);
        return id == null || visitor.sees(id);
    }

    /** Of an unknown location the name is the other side's. */
    private static String place(OpenWork work) {
        return work.kind() == ExceptionKind.UNKNOWN_LOCATION
                ? ""
                : work.links().getOrDefault("location", "");
    }

    private static WorkLine line(OpenWork work, StoreTime time, Map<PersonId, String> owners) {
        String owner = work.owner();
        return new WorkLine(
                work.id().toString(),
                work.kind().word(),
                work.subject().toString(),
                work.detail(),
                time.dayAndMinutes(work.firstAt()),
                time.dayAndMinutes(work.lastAt()),
                time.exact(work.firstAt()),
                work.count(),
                work.open(),
                work.links().getOrDefault("connection", ""),
                work.links().get("delivery"),
                href(work),
                owner == null ? "" : owners.getOrDefault(PersonId.parse(owner), ""));
    }

    private static @Nullable String href(OpenWork work) {
        boolean level = OF_A_LEVEL.contains(work.kind());
        String sku = work.links().get("sku");
        String location = work.links().get("location");
        return level && sku != null && location != null
                ? UriComponentsBuilder.fromPath("/app/stock/{sku}/{location}")
                        .build(sku, location)
                        .toString()
                : null;
    }
}
