package onhand.plugins.square;

import io.onhand.plugin.HttpAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** When to ask again, by {@code Retry-After}: seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    private RetryAfter() {}

    /**
     * Seconds, at least 1 and at most a day; 0 where the answer does not say.
     *
     * @param now where the answer does not say when it is of
     */
    static long seconds(HttpAnswer answer, String now) {
        Optional<String> header = answer.header("retry-after").map(String::strip);
        if (header.isEmpty()) {
            return 0;
        }
        if (SECONDS.matcher(header.get()).matches()) {
            return within(Long.parseLong(header.get()));
        }
        Optional<Instant> until = header.flatMap(RetryAfter::date);
        Instant from = answer.header("date").flatMap(RetryAfter::date).orElse(Instant.parse(now));
        return until.map(end -> within(Duration.between(from, end).toSeconds())).orElse(0L);
    }

    private static long within(long seconds) {
        return Math.clamp(seconds, 1, LONGEST);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
