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

    /** It will not go well before a person has signed in to the other system again. */
    record Reauthorise<T>() implements Outcome<T> {}

    /**
     * It will not go well.
     *
     * @param code a stable word
     * @param message a sentence for people, without secrets
     */
    record Fail<T>(String code, String message) implements Outcome<T> {}
}
