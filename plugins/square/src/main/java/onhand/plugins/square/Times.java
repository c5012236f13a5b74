package onhand.plugins.square;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Square's times are RFC 3339, mostly in UTC; Onhand's are so always, with microseconds. */
final class Times {

    /** Years that a time can be of without a mistake. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    /** As a text that sorts as the times do. */
    static String sortable(Instant time) {
        return SORTABLE.format(time);
    }

    /** A time, if there is one. */
    static Optional<Instant> find(JsonNode node, String field) {
        try {
            return Optional.ofNullable(Json.textOrNull(node, field))
                    .map(Instant::parse)
                    .map(time -> time.truncatedTo(ChronoUnit.MICROS))
                    .filter(time -> !time.isBefore(EARLIEST) && !time.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A time that has to be there.
     *
     * @throws Misfit if it is not
     */
    static Instant of(JsonNode node, String field) {
        return find(node, field).orElseThrow(() -> new Misfit(field + " is no time."));
    }
}
