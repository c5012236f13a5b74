package io.onhand.sync;

import io.onhand.plugin.Outcome;
import java.time.Duration;

/** How something that asked or told a vendor came to its end. */
sealed interface Ended {

    int WHY_LENGTH_MAX = 500;

    /** It came through. */
    Ended WELL = new Well();

    /** Another program has the turn by now. */
    Ended LOST = new Lost();

    record Well() implements Ended {}

    record Lost() implements Ended {}

    /**
     * It went wrong and is tried again.
     *
     * @param why a sentence for people
     * @param atLeast the shortest pause
     */
    record Failed(String why, Duration atLeast) implements Ended {

        public Failed {
            why = cut(why);
        }
    }

    /** What a plugin said, as far as it is kept. */
    static String cut(String why) {
        String shown = why.replaceAll("\\p{Cntrl}|\\p{Cs}", " ");
        return shown.codePointCount(0, shown.length()) > WHY_LENGTH_MAX
                ? shown.substring(0, shown.offsetByCodePoints(0, WHY_LENGTH_MAX))
                : shown;
    }

    /** Of a call that did not go well. */
    static Ended of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?> _ -> WELL;
            case Outcome.Retry<?>(var seconds) ->
                    new Failed(
                            "The vendor did not answer.", Duration.ofSeconds(Math.max(0, seconds)));
            case Outcome.Reauthorise<?> _ ->
                    new Failed("The vendor wants us to sign in again.", Duration.ZERO);
            case Outcome.Fail<?>(_, var message) -> new Failed(message, Duration.ZERO);
        };
    }
}
