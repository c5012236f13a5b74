package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import java.util.List;

/**
 * What moved today, each location by its own clock.
 *
 * @param lanes a location each
 * @param more whether there are further locations
 * @param newest the last movements of all locations, newest first
 */
public record Today(List<Lane> lanes, boolean more, List<Line> newest) {

    /**
     * The day of a location.
     *
     * @param marks a path with a mark for every sale, taller for more units
     * @param returns a path with those for returns, below the line
     * @param now where the day has come to
     * @param clock what its clock shows
     * @param sold units sold, less those returned
     */
    public record Lane(
            String code,
            String name,
            String marks,
            String returns,
            long now,
            String clock,
            Figure sold) {}

    /**
     * A movement.
     *
     * @param item what the variant is called
     */
    public record Line(
            String sku,
            String item,
            String location,
            String place,
            String what,
            String time,
            String exact,
            Figure change) {}
}
