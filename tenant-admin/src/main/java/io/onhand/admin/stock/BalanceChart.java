package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import java.util.List;

/**
 * What was on hand over a time, as a step line and as a table.
 *
 * @param place the location's name
 * @param line the path of the line
 * @param area the path of what lies below it
 * @param marks counts and receipts below the line
 * @param grid the lines across, with their numbers
 * @param dates the dates below
 * @param end where the line ends
 * @param days the number at the end of each day, newest first
 */
record BalanceChart(
        String place,
        String line,
        String area,
        List<Mark> marks,
        List<Grid> grid,
        List<Label> dates,
        End end,
        List<Day> days) {

    /** A count or a receipt. */
    record Mark(long x, boolean count) {}

    /** A line across. */
    record Grid(long y, String label) {}

    /** A date below the line. */
    record Label(long x, String text) {}

    /** Where the line ends, and with which number. */
    record End(long x, long y, Figure onHand) {}

    /** A day's last number. */
    record Day(String name, Figure onHand) {}
}
