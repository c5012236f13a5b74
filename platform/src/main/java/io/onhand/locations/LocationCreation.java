package io.onhand.locations;

/** What became of the wish to make a location. */
public sealed interface LocationCreation {

    /** It was made. */
    record Created(Location location) implements LocationCreation {}

    /** Nothing was made: the tenant has a location of this code. */
    record AlreadyExists(String code) implements LocationCreation {}
}
