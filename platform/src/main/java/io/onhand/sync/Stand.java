package io.onhand.sync;

import io.onhand.stock.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a connection is with its vendor. Of what never happened the time is null.
 *
 * @param paused whether it neither asks nor tells by itself
 * @param pushesFrom movements recorded before are not told; null while it is not live
 * @param polledAt when it last had all that the vendor tells without a hint
 * @param cataloguedAt when it last had all of the vendor's catalogue
 * @param observedAt when it last had all of the vendor's stock
 * @param reconciledAt when its stock was last compared with ours
 * @param failedAt when asking or telling last went wrong; null if it went well since
 * @param failure why, a sentence for people
 */
public record Stand(
        SourceId connection,
        boolean paused,
        @Nullable Instant pushesFrom,
        @Nullable Instant polledAt,
        @Nullable Instant cataloguedAt,
        @Nullable Instant observedAt,
        @Nullable Instant reconciledAt,
        @Nullable Instant failedAt,
        @Nullable String failure) {}
