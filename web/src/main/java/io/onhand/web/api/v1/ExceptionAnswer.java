package io.onhand.web.api.v1;

import io.onhand.exceptions.OpenWork;
import io.onhand.exceptions.SettlingAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An exception as callers see it.
 *
 * @param state {@code open} or {@code closed}
 * @param links what it concerns, each by its name
 * @param actions how it may be settled
 */
record ExceptionAnswer(
        String id,
        String kind,
        String subject,
        long count,
        Instant firstAt,
        Instant lastAt,
        String state,
        String detail,
        Map<String, String> links,
        List<String> actions) {

    static ExceptionAnswer of(OpenWork work) {
        return new ExceptionAnswer(
                work.id().toString(),
                work.kind().word(),
                work.subject().toString(),
                work.count(),
                work.firstAt(),
                work.lastAt(),
                work.open() ? "open" : "closed",
                work.detail(),
                work.links(),
                work.actions().stream().map(SettlingAction::word).toList());
    }
}
