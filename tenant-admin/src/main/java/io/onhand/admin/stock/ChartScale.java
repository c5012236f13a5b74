package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.measure.Quantity;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where times and quantities lie in a chart of 860 by 250.
 *
 * @param low the quantity at the bottom
 * @param high the quantity at the top, above {@code low}
 */
record ChartScale(Instant begin, Instant end, Quantity low, Quantity high) {

    private static final long LEFT = 44;
    private static final long RIGHT = 830;
    private static final long TOP = 14;
    private static final long BOTTOM = 216;
    private static final int GRID_LINES = 4;

    /** A scale on which all of these and zero can be seen; its lines are at round numbers. */
    static ChartScale of(Instant begin, Instant end, List<Quantity> quantities) {
        var low = Quantity.ZERO;
        var high = Quantity.ofUnits(1);
        for (Quantity quantity : quantities) {
            low = quantity.compareTo(low) < 0 ? quantity : low;
            high = quantity.compareTo(high) > 0 ? quantity : high;
        }
        long step = step(high.millionths() - low.millionths());
        return new ChartScale(
                begin,
                end,
                new Quantity(Math.floorDiv(low.millionths(), step) * step),
                new Quantity(-Math.floorDiv(-high.millionths(), step) * step));
    }

    /** The smallest of 1, 2 and 5 times a power of ten, in units, that gives few lines. */
    private static long step(long range) {
        long step = Quantity.UNIT;
        int[] factors = {2, 5, 10};
        long decade = step;
        int next = 0;
        while (range / step >= GRID_LINES) {
            step = decade * factors[next];
            if (++next == factors.length) {
                next = 0;
                decade *= 10;
            }
        }
        return step;
    }

    long x(Instant time) {
        long whole = Duration.between(begin, end).toMillis();
        return LEFT + Duration.between(begin, time).toMillis() * (RIGHT - LEFT) / whole;
    }

    long y(Quantity quantity) {
        var above = BigInteger.valueOf(quantity.millionths() - low.millionths());
        var whole = BigInteger.valueOf(high.millionths() - low.millionths());
        return BOTTOM
                - above.multiply(BigInteger.valueOf(BOTTOM - TOP)).divide(whole).longValueExact();
    }

    long bottom() {
        return y(Quantity.ZERO);
    }

    List<BalanceChart.Grid> grid() {
        long step = step(high.millionths() - low.millionths());
        var lines = new ArrayList<BalanceChart.Grid>();
        for (long at = low.millionths(); at <= high.millionths(); at += step) {
            var quantity = new Quantity(at);
            lines.add(new BalanceChart.Grid(y(quantity), new Figure(quantity).toString()));
        }
        return lines;
    }
}
