package io.onhand.measure;

/** What every text that people and tills send must keep to. */
public final class PlainText {

    /** Characters of a code or SKU. */
    public static final int CODE_LENGTH_MAX = 64;

    /** Characters of a name. */
    public static final int NAME_LENGTH_MAX = 200;

    /** Characters of a note or an address. */
    public static final int NOTE_LENGTH_MAX = 2_000;

    private PlainText() {}

    /**
     * The text itself when it has 1 to {@code lengthMax} characters (code points) and no control
     * character and no half of a surrogate pair.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static String check(String text, int lengthMax) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > lengthMax) {
            throw new IllegalArgumentException(
                    "must have 1 to " + lengthMax + " characters, not " + length);
        }
        if (text.codePoints().anyMatch(PlainText::forbidden)) {
            throw new IllegalArgumentException("must not contain control characters");
        }
        return text;
    }

    /** Checks a code or SKU: 1–64 characters. */
    public static String code(String text) {
        return check(text, CODE_LENGTH_MAX);
    }

    /** Checks a name: 1–200 characters. */
    public static String name(String text) {
        return check(text, NAME_LENGTH_MAX);
    }

    private static boolean forbidden(int codePoint) {
        int kind = Character.getType(codePoint);
        return kind == Character.CONTROL || kind == Character.SURROGATE;
    }
}
