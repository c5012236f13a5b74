package io.onhand.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords, slowly on purpose. */
@Component
class Passwords {

    /** Beyond these bcrypt would not look. */
    static final int BYTES_MAX = 72;

    static final int LENGTH_MIN = 8;

    private static final int STRENGTH = 10;

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final String nobody = encode("nobody has this password");

    /**
     * The hash to keep.
     *
     * @throws IllegalArgumentException when it is too short or too long
     */
    String hash(String password) {
        if (password.length() < LENGTH_MIN || bytes(password) > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a password has at least %d characters and at most %d bytes"
                            .formatted(LENGTH_MIN, BYTES_MAX));
        }
        return encode(password);
    }

    private String encode(String password) {
        return java.util.Objects.requireNonNull(encoder.encode(password));
    }

    /**
     * Whether it is the one. Takes as long when there is none, so that nobody learns from the time
     * who has an account.
     */
    boolean match(String password, @Nullable String hash) {
        boolean fits = bytes(password) <= BYTES_MAX;
        boolean same = encoder.matches(fits ? password : "", hash == null ? nobody : hash);
        return same && fits && hash != null;
    }

    private static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }
}
