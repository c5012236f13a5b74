package io.onhand.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refused request as its caller sees it (RFC 9457).
 *
 * @param type names the kind of problem
 * @param title the same for every problem of this kind
 * @param status the HTTP status
 * @param detail about this request
 * @param instance the path that was asked
 * @param code the stable word that programs decide by
 * @param errors each fault of the body, if it has faults
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable List<Fault> errors) {

    static Problem of(Refusal refusal, String path) {
        ProblemCode code = refusal.code();
        return new Problem(
                "urn:onhand:problem:" + code.word(),
                code.title(),
                code.status(),
                refusal.detail(),
                path,
                code.word(),
                refusal.faults().isEmpty() ? null : refusal.faults());
    }
}
