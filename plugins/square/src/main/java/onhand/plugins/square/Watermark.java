package onhand.plugins.square;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Up to when changes are known, by Square's clock. For some minutes after the last change those
 * shortly before it are asked for once more: a change may become visible later than one that was
 * made after it. Of our own clock only differences count.
 *
 * @param seen when the last change that was seen was made
 * @param since our time when it was seen first
 */
record Watermark(Instant seen, Instant since) {

    /** How long before now everything begins. */
    private static final Duration BEGINNING = Duration.ofHours(1);

    private static final Duration OVERLAP = Duration.ofMinutes(5);

    static Watermark begin(Instant now) {
        Instant seen = now.minus(BEGINNING).truncatedTo(ChronoUnit.MILLIS);
        return new Watermark(seen, now.minus(OVERLAP));
    }

    /** From when on changes are asked for. */
    Instant from(Instant now) {
        return Duration.between(since, now).abs().compareTo(OVERLAP) < 0
                ? seen.minus(OVERLAP)
                : seen.plusMillis(1);
    }

    /**
     * After a walk.
     *
     * @param newest when the last change that it saw was made
     * @param began our time when it began; of what was walked first, later changes were not seen
     */
    Watermark after(Instant newest, Instant began, Instant now) {
        Duration took = Duration.between(began, now);
        Instant known = took.compareTo(OVERLAP) > 0 ? newest.minus(took) : newest;
        return known.isAfter(seen) ? new Watermark(known, now) : this;
    }

    /**
     * @throws Misfit if it is none
     */
    static Watermark read(JsonNode node) {
        return new Watermark(Times.of(node, "seen"), Times.of(node, "since"));
    }

    ObjectNode written() {
        return Json.object().put("seen", seen.toString()).put("since", since.toString());
    }
}
