package io.onhand.admin.exceptions;

import io.onhand.admin.ui.Visitor;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.exceptions.SettlingAction;
import io.onhand.locations.LocationQueries;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads exceptions, as far as a visitor may see them. */
@Component
public class WorkLines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);

    private final ExceptionQueries queries;
    private final LocationQueries locations;

    WorkLines(ExceptionQueries queries, LocationQueries locations) {
        this.queries = queries;
        this.locations = locations;
    }

    /** The newest open ones. */
    public List<WorkLine> newest(Visitor visitor, int limit) {
        return lines(queries.page(true, null, ExceptionQueries.Place.START, limit), visitor);
    }

    List<WorkLine> lines(List<OpenWork> found, Visitor visitor) {
        return found.stream()
                .filter(work -> isVisible(work, visitor))
                .map(WorkLines::line)
                .toList();
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

    private static WorkLine line(OpenWork work) {
        return new WorkLine(
                work.id().toString(),
                work.kind().word(),
                work.subject().toString(),
                work.detail(),
                time(work.firstAt()),
                work.count(),
                work.open(),
                href(work),
                work.actions().stream().map(SettlingAction::word).toList());
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static @Nullable String href(OpenWork work) {
        boolean level =
                work.kind() == ExceptionKind.NEGATIVE_STOCK
                        || work.kind() == ExceptionKind.OVERSOLD_PROMISE;
        String sku = work.links().get("sku");
        String location = work.links().get("location");
        return level && sku != null && location != null
                ? UriComponentsBuilder.fromPath("/app/stock/{sku}/{location}")
                        .build(sku, location)
                        .toString()
                : null;
    }
}
