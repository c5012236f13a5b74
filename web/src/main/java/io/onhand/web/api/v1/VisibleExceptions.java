package io.onhand.web.api.v1;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Exceptions that a caller may see: those about no place of ours, and about its own places. */
@Component
class VisibleExceptions {

    private static final int STEP = 500;

    private final ExceptionQueries queries;
    private final LocationQueries locations;

    VisibleExceptions(ExceptionQueries queries, LocationQueries locations) {
        this.queries = queries;
        this.locations = locations;
    }

    List<OpenWork> page(
            Caller caller,
            @Nullable Boolean open,
            @Nullable ExceptionKind kind,
            ExceptionQueries.Place after,
            int rows) {
        if (caller.limit() instanceof LocationLimit.Everywhere) {
            return queries.page(open, kind, after, rows);
        }
        List<OpenWork> seen = new ArrayList<>();
        ExceptionQueries.Place place = after;
        List<OpenWork> step;
        do {
            step = queries.page(open, kind, place, STEP);
            for (OpenWork work : step) {
                if (seen.size() < rows && isVisible(caller, work)) {
                    seen.add(work);
                }
                place = new ExceptionQueries.Place(work.firstAt(), work.id().value());
            }
        } while (step.size() == STEP && seen.size() < rows);
        return seen;
    }

    /**
     * Passes if the caller may touch the place that an exception is about.
     *
     * @throws Refusal {@code location-not-allowed}
     */
    void hold(Caller caller, OpenWork work) {
        if (!isVisible(caller, work)) {
            throw new Refusal(
                    ProblemCode.LOCATION_NOT_ALLOWED,
                    "This exception is about a location outside the caller's limit.");
        }
    }

    private boolean isVisible(Caller caller, OpenWork work) {
        LocationId id = id(place(work));
        return id == null || caller.limit().allows(id);
    }

    private @Nullable LocationId id(String code) {
        return code.isEmpty() ? null : locations.idsByCode(List.of(code)).get(code);
    }

    /** Of an unknown location the name is the other side's. */
    private static String place(OpenWork work) {
        return work.kind() == ExceptionKind.UNKNOWN_LOCATION
                ? ""
                : work.links().getOrDefault("location", "");
    }
}
