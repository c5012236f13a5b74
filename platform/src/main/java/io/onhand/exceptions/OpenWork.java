package io.onhand.exceptions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exception as people see it.
 *
 * @param count how often it came
 * @param open whether it is still to be settled
 * @param detail a sentence
 * @param owner the id of the person who looks after it, or null for nobody
 * @param links what it concerns, each by its name: {@code connection}, {@code sku} …
 */
public record OpenWork(
        ExceptionId id,
        ExceptionKind kind,
        Subject subject,
        long count,
        Instant firstAt,
        Instant lastAt,
        boolean open,
        String detail,
        @Nullable String owner,
        Map<String, String> links) {

    public OpenWork {
        links = Map.copyOf(links);
    }

    /** What may be done about it; nothing once it is closed. */
    public List<SettlingAction> actions() {
        return open ? SettlingAction.of(kind) : List.of();
    }
}
