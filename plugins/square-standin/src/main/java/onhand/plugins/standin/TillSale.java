package onhand.plugins.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale at a till.
 *
 * @param place as Onhand calls it
 * @param lines at least one
 * @param repeats how often its messages are sent, 1 to 20
 * @param delay how late
 * @param occurredAt when it was paid; now when null
 */
public record TillSale(
        String place, List<Line> lines, int repeats, Duration delay, @Nullable Instant occurredAt) {

    /** How often a message may be sent. */
    public static final int REPEATS_MAX = 20;

    public TillSale {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param quantity a plain decimal above zero
     */
    public record Line(String sku, String quantity) {}

    /** Paid now, told at once. */
    public static TillSale of(String place, List<Line> lines) {
        return new TillSale(place, lines, 1, Duration.ZERO, null);
    }
}
