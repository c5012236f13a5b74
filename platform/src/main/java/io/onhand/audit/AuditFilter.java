package io.onhand.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries are asked for: those to which all of this applies.
 *
 * @param from at or after this time
 * @param to before this time
 * @param actor the id of who acted
 * @param object the id of what it was done to, or its type and id: {@code location:LONDON}
 * @param locations the codes of the locations whose own entries may be seen; all when empty
 */
public record AuditFilter(
        Instant from,
        Instant to,
        Optional<String> actor,
        Optional<String> object,
        Optional<Set<String>> locations) {

    /** Before anything that an entry can tell of. */
    public static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    /** After anything that an entry can tell of. */
    public static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** All entries. */
    public static final AuditFilter ALL =
            new AuditFilter(FIRST, LAST, Optional.empty(), Optional.empty(), Optional.empty());

    /** The type in {@code type:id}, or the empty text. */
    String objectType() {
        String text = object.orElse("");
        return text.contains(":") ? text.substring(0, text.indexOf(':')) : "";
    }

    /** The id in {@code type:id}, or the empty text. */
    String objectId() {
        String text = object.orElse("");
        return text.substring(text.indexOf(':') + 1);
    }
}
