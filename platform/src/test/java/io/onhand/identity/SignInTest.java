package io.onhand.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class SignInTest {

    private static final SignInTrail.Place HERE = new SignInTrail.Place("10.0.0.1", "-");

    private static final String PASSWORD = "a good password";

    @Autowired People people;
    @Autowired SignIn signIn;

    private final String email = UUID.randomUUID() + "@leaf.demo";

    @Test
    void theRightPasswordAdmits() {
        var person = people.create(email, "Priya Raman", PASSWORD);
        var outcome = signIn.attempt(" " + email.toUpperCase(Locale.ROOT), PASSWORD, HERE);
        assertThat(outcome).isEqualTo(new SignInOutcome.Admitted(person));
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonAreAnsweredAlike() {
        people.create(email, "Priya Raman", PASSWORD);
        assertThat(signIn.attempt(email, "another one", HERE))
                .isEqualTo(signIn.attempt("nobody-" + email, PASSWORD, HERE))
                .isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void aPasswordIsNotCutToWhatBcryptLooksAt() {
        String longest = "p".repeat(Passwords.BYTES_MAX);
        people.create(email, "Priya Raman", longest);
        assertThat(signIn.attempt(email, longest + "x", HERE)).isEqualTo(new SignInOutcome.Wrong());
    }

    @Test
    void afterTenWrongTriesTheRightPasswordIsNotLookedAtFromThisAddress() {
        people.create(email, "Priya Raman", PASSWORD);
        for (int i = 0; i < SignIn.TRIES_MAX; i++) {
            assertThat(signIn.attempt(email, "wrong " + i, HERE))
                    .isEqualTo(new SignInOutcome.Wrong());
        }
        var refused = signIn.attempt(email, PASSWORD, HERE);
        assertThat(refused).isInstanceOf(SignInOutcome.TooMany.class);
        assertThat(((SignInOutcome.TooMany) refused).pause())
                .isPositive()
                .isLessThanOrEqualTo(SignIn.WINDOW);
        assertThat(signIn.attempt(email, PASSWORD, new SignInTrail.Place("10.0.0.2", "-")))
                .isInstanceOf(SignInOutcome.Admitted.class);
    }

    @Test
    void successForgetsTheTriesBeforeIt() {
        people.create(email, "Priya Raman", PASSWORD);
        for (int i = 0; i < SignIn.TRIES_MAX * 2; i++) {
            signIn.attempt(email, i % 5 == 4 ? PASSWORD : "wrong", HERE);
        }
        assertThat(signIn.attempt(email, PASSWORD, HERE))
                .isInstanceOf(SignInOutcome.Admitted.class);
    }
}
