package io.onhand.web.security;

import io.onhand.identity.Caller;
import io.onhand.locations.LocationId;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;

/** Holds a location that a request names to the limit of its caller. */
public final class Within {

    private Within() {}

    /**
     * Passes if the caller may touch the location.
     *
     * @param code its code as the request named it
     * @throws Refusal {@code location-not-allowed}
     */
    public static void limit(Caller caller, LocationId location, String code) {
        refuseUnless(
                caller, location, "The location " + code + " lies outside the caller's limit.");
    }

    /**
     * Passes if the caller may touch a location that the request reaches by an id, without naming
     * it: then the refusal does not name it either.
     *
     * @throws Refusal {@code location-not-allowed}
     */
    public static void limit(Caller caller, LocationId location) {
        refuseUnless(caller, location, "It lies outside the caller's limit.");
    }

    private static void refuseUnless(Caller caller, LocationId location, String detail) {
        if (!caller.limit().allows(location)) {
            throw new Refusal(ProblemCode.LOCATION_NOT_ALLOWED, detail);
        }
    }
}
