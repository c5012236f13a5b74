package io.onhand.web.api.v1;

import io.onhand.channels.Connection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as callers see it: everything but its secrets.
 *
 * @param locations what it calls our places, as far as the caller may see them
 * @param key the end of its hook's address
 * @param hookUrl where its sender sends to
 * @param state {@code active}, or {@code paused} while it neither asks its vendor nor tells it
 */
record ConnectionAnswer(
        String code,
        String plugin,
        String name,
        Connection.Mode mode,
        Map<String, String> settings,
        List<ExternalLocation> locations,
        Connection.Match match,
        @Nullable String key,
        @Nullable String hookUrl,
        String state) {}
