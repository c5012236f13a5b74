package io.onhand.channels;

import io.onhand.measure.PlainText;
import io.onhand.secrets.Secrets;

/**
 * What the address of a hook ends in. It finds the connection; the signature proves the sender.
 *
 * @param text 1–64 characters
 */
public record HookKey(String text) {

    public static final int LENGTH_MAX = PlainText.CODE_LENGTH_MAX;

    private static final int BYTES = 24;

    public HookKey {
        PlainText.check(text, LENGTH_MAX);
    }

    /** A key that nobody guesses. */
    public static HookKey random() {
        return new HookKey(Secrets.random(BYTES));
    }

    byte[] hash() {
        return Secrets.sha256(text);
    }
}
