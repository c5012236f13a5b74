package io.onhand.web.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhand.stock.Posted;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that came again and changed nothing, as callers see it. */
record RepeatAnswer(
        String kind, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable UUID delivery, Instant at) {

    static RepeatAnswer of(Posted.Repeat repeat) {
        return new RepeatAnswer(repeat.kind(), repeat.delivery(), repeat.at());
    }
}
