package io.onhand.plugin;

/**
 * How a call ended.
 *
 * @param <T> what it gives when it went well
 */
public sealed interface Outcome<T> {

    /** It went well. */
    record Ok<T>(T value) implements Outcome<T> {}

    /**
     * It may go well later.
     *
     * @param afterSeconds when to try again at the earliest; 0 leaves that to Onhand
     */
    record Retry<T>(long afterSeconds) implements Outcome<T> {}

    /**
     * It will not go well with the access that the connection has.
     *
     * @param expired whether a fresh token will do; otherwise a person has to sign in again
     */
    record Reauthorise<T>(boolean expired) implements Outcome<T> {}

    /**
     * It will not go well.
     *
     * @param code a stable word
     * @param message a sentence for people, without secrets
     */
    record Fail<T>(String code, String message) implements Outcome<T> {}

    /** This outcome of a call that did not go well, as that of another. */
    static <T> Outcome<T> failed(Outcome<?> outcome) {
        return switch (outcome) {
            case Ok<?> _ -> throw new IllegalArgumentException("it went well");
            case Retry<?>(var afterSeconds) -> new Retry<>(afterSeconds);
            case Reauthorise<?>(var expired) -> new Reauthorise<>(expired);
            case Fail<?>(var code, var message) -> new Fail<>(code, message);
        };
    }
}
