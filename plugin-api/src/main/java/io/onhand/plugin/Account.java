package io.onhand.plugin;

import java.util.List;

/**
 * The account at the vendor that a connection is bound to.
 *
 * @param places of it
 */
public record Account(List<Place> places) {

    public Account {
        places = List.copyOf(places);
    }

    /**
     * A place.
     *
     * @param external the vendor's name of it in messages
     * @param name for people
     * @param active whether it is in use there
     */
    public record Place(String external, String name, boolean active) {}
}
