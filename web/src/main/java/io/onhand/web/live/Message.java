package io.onhand.web.live;

import io.onhand.live.Frame;
import io.onhand.live.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is sent to one client.
 *
 * @param id the topic and position after it, {@code <topic>@<epoch>.<seq>}; null where there is
 *     none
 * @param json the message as the protocol has it
 */
record Message(@Nullable String id, String json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Code(String code) {}

    private record Ping(long ping) {}

    private record Problem(@Nullable String topic, Code error) {}

    private record Close(int code, long retryMs) {}

    static Message of(Frame frame) {
        Position at = frame.position();
        return new Message(frame.topic() + "@" + at.epoch() + "." + at.seq(), frame.json());
    }

    static Message ping(long number) {
        return json(new Ping(number));
    }

    static Message error(String topic, String code) {
        return json(new Problem(topic, new Code(code)));
    }

    /** About a message as a whole, not about a topic. */
    static Message error(String code) {
        return json(Map.of("error", new Code(code)));
    }

    /** For lines that have no close codes of their own. */
    static Message close(Farewell farewell) {
        return json(Map.of("close", new Close(farewell.code(), farewell.retryAfter().toMillis())));
    }

    private static Message json(Object message) {
        return new Message(null, JSON.writeValueAsString(message));
    }
}
