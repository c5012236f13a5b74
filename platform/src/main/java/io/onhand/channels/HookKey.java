package io.onhand.channels;

import io.onhand.measure.PlainText;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the address of a hook ends in. It finds the connection; the signature proves the sender.
 *
 * @param text 1–64 characters
 */
public record HookKey(String text) {

    public static final int LENGTH_MAX = PlainText.CODE_LENGTH_MAX;

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    public HookKey {
        PlainText.check(text, LENGTH_MAX);
    }

    /** A key that nobody guesses. */
    public static HookKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new HookKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return EventContent.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
