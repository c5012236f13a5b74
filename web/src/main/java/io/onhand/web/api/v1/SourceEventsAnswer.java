package io.onhand.web.api.v1;

import io.onhand.channels.EventResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of a request.
 *
 * @param results in the order of the events
 */
record SourceEventsAnswer(List<Result> results) {

    /**
     * What became of one event.
     *
     * @param outcome {@code applied}, {@code duplicate}, {@code stale}, {@code conflict}, {@code
     *     exception}, or {@code observed} of a connection in mode {@code observe}
     * @param posting where it is in the ledger
     * @param exception what a person should settle about it
     * @param detail a sentence for people
     */
    record Result(
            String externalId,
            long revision,
            String outcome,
            @Nullable String posting,
            @Nullable String exception,
            @Nullable String detail) {

        private static Result of(EventResult result) {
            return new Result(
                    result.externalId(),
                    result.revision(),
                    result.outcome().word(),
                    text(result.posting()),
                    text(result.exception()),
                    result.detail());
        }

        private static @Nullable String text(@Nullable Object id) {
            return id == null ? null : id.toString();
        }
    }

    static SourceEventsAnswer of(List<EventResult> results) {
        return new SourceEventsAnswer(results.stream().map(Result::of).toList());
    }
}
