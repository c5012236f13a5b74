package io.onhand.bench;

import java.util.Arrays;
import java.util.Collection;

/**
 * What several runs gave.
 *
 * @param median of an even number of runs the upper one
 */
record Spread(double median, double min, double max) {

    private static final double TENTHS_FROM = 100;

    static Spread of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no run");
        }
        return new Spread(
                rounded(sorted[sorted.length / 2]),
                rounded(sorted[0]),
                rounded(sorted[sorted.length - 1]));
    }

    /** A share of the values in ascending order, as {@code 0.99}. */
    static double percentile(long[] values, double share) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(place, 0, sorted.length - 1)];
    }

    /** Three digits are more than such a run is good for. */
    static double rounded(double value) {
        double scale = Math.abs(value) >= TENTHS_FROM ? 1 : Math.abs(value) >= 1 ? 100 : 1_000;
        return Math.round(value * scale) / scale;
    }
}
