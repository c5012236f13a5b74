package io.onhand.plugin;

import java.util.List;

/** What the vendor did with a {@link Push}. */
public sealed interface PushAnswer {

    /**
     * It has all of it.
     *
     * @param stock what it takes its stock to be now, as far as it says so
     */
    record Applied(List<Observation> stock) implements PushAnswer {

        public Applied {
            stock = List.copyOf(stock);
        }
    }

    /**
     * It wants none of it, because of these. The others are told again without them, as another
     * push.
     */
    record Refused(List<Refusal> refusals) implements PushAnswer {

        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Why the vendor does not take a change.
     *
     * @param change its key
     * @param code a stable word: {@code unknown-item}, {@code unknown-location}, {@code bad-time},
     *     {@code bad-quantity} or {@code other}; after {@code bad-time} it is told once more as of
     *     later, but a count never is: what is here after a look at the till takes its place
     * @param message a sentence for people
     */
    record Refusal(String change, String code, String message) {}
}
