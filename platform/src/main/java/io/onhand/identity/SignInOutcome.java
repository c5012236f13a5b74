package io.onhand.identity;

import java.time.Duration;

/** What came of a try to sign in. */
public sealed interface SignInOutcome {

    /** The password is right. */
    record Admitted(Person person) implements SignInOutcome {}

    /** Email or password is wrong; which one is not told. */
    record Wrong() implements SignInOutcome {}

    /**
     * Too many tries as this person from this address; the password was not looked at.
     *
     * @param pause after which to try again
     */
    record TooMany(Duration pause) implements SignInOutcome {}
}
