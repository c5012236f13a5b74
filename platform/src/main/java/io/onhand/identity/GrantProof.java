package io.onhand.identity;

import java.time.Instant;
import java.util.Locale;

/**
 * A secret that takes a grant one step on, once: consent to a code, a code to tokens, a refresh
 * token to the next ones.
 *
 * @param hash the SHA-256 of the secret in hexadecimal digits; the secret itself is not kept
 */
public record GrantProof(Kind kind, String hash, Instant issuedAt, Instant expiresAt) {

    /** The steps. */
    public enum Kind {
        CONSENT,
        CODE,
        REFRESH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The proof that is this secret. */
    public static GrantProof of(Kind kind, String secret, Instant issuedAt, Instant expiresAt) {
        return new GrantProof(kind, KeyHash.of(secret).hex(), issuedAt, expiresAt);
    }
}
