package io.onhand.web.api.v1;

import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Permission;
import io.onhand.locations.Location;
import io.onhand.locations.LocationCreation;
import io.onhand.locations.LocationQueries;
import io.onhand.locations.Locations;
import io.onhand.web.api.Answer;
import io.onhand.web.api.Asked;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import io.onhand.web.security.Within;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The places that hold stock. */
@RestController
class LocationController {

    private static final String PATH = "/api/v1/locations";

    private final Locations locations;
    private final LocationQueries queries;

    LocationController(Locations locations, LocationQueries queries) {
        this.locations = locations;
        this.queries = queries;
    }

    /** Locations by code. */
    @GetMapping(PATH)
    @Needs(value = Permission.READ_LOCATIONS, location = Needs.LocationIn.FILTER)
    Page<LocationAnswer> list(Caller caller, Paging paging) {
        String after = paging.after().isEmpty() ? "" : paging.after().getFirst();
        return paging.page(
                queries.page(after, QueriedNames.only(caller), paging.rows()),
                LocationAnswer::of,
                location -> List.of(location.code()));
    }

    /** Makes a location. */
    @PostMapping(PATH)
    @Needs(value = Permission.WRITE_LOCATIONS, location = Needs.LocationIn.BODY)
    Answer<LocationAnswer> create(Caller caller, Asked asked, @RequestBody LocationBody body) {
        if (!(caller.limit() instanceof LocationLimit.Everywhere)) {
            throw new Refusal(
                    ProblemCode.LOCATION_NOT_ALLOWED,
                    "Who is limited to some locations cannot make another.");
        }
        return asked.once(() -> made(locations.create(body.wanted())));
    }

    private static Answer<LocationAnswer> made(LocationCreation creation) {
        return switch (creation) {
            case LocationCreation.Created(var location) ->
                    Answer.created(
                            PATH
                                    + "/"
                                    + UriUtils.encodePathSegment(
                                            location.code(), StandardCharsets.UTF_8),
                            LocationAnswer.of(location));
            case LocationCreation.AlreadyExists(var code) ->
                    throw new Refusal(
                            ProblemCode.ALREADY_EXISTS,
                            "There is a location " + code + " already.");
        };
    }

    /** One location. */
    @GetMapping(PATH + "/{code}")
    @Needs(value = Permission.READ_LOCATIONS, location = Needs.LocationIn.PATH)
    LocationAnswer get(Caller caller, @PathVariable String code) {
        return LocationAnswer.of(find(caller, code));
    }

    /** Changes a location; its code and region stay. */
    @PatchMapping(PATH + "/{code}")
    @Needs(value = Permission.WRITE_LOCATIONS, location = Needs.LocationIn.PATH)
    LocationAnswer change(
            Caller caller, @PathVariable String code, @RequestBody LocationPatch patch) {
        return locations
                .change(find(caller, code).id(), patch::over)
                .map(LocationAnswer::of)
                .orElseThrow(() -> unknown(code));
    }

    private Location find(Caller caller, String code) {
        Location location = queries.byCode(List.of(code)).get(code);
        if (location == null) {
            throw unknown(code);
        }
        Within.limit(caller, location.id(), code);
        return location;
    }

    private static Refusal unknown(String code) {
        return Refusal.notFound("There is no location " + code + ".");
    }
}
