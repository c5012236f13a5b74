package io.onhand.inbox;

import io.onhand.plugin.DocumentKey;
import org.jspecify.annotations.Nullable;

/** A hint as it is kept: its kind, since when, and its id, which alone may hold spaces. */
final class HintText {

    private static final String WHOLE = "-";

    private HintText() {}

    static @Nullable String of(@Nullable DocumentKey key) {
        return key == null
                ? null
                : String.join(" ", key.kind(), key.since() == null ? WHOLE : key.since(), key.id());
    }

    static DocumentKey read(String text) {
        String[] words = text.split(" ", 3);
        return new DocumentKey(words[0], words[2], words[1].equals(WHOLE) ? null : words[1]);
    }
}
