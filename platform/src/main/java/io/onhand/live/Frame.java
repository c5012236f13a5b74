package io.onhand.live;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message about a topic, encoded once for all who hear it.
 *
 * @param topic such as {@code stock:LONDON}
 * @param position the ring's position after it
 * @param json the message as the protocol has it
 */
public record Frame(String topic, Position position, String json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Levels(String topic, String epoch, long seq, List<LevelChange> levels) {}

    private record Subscribed(String topic, String epoch, long seq, boolean subscribed) {}

    private record Reset(String topic, String epoch, long seq, boolean reset) {}

    static Frame levels(String topic, Position at, List<LevelChange> levels) {
        return of(topic, at, new Levels(topic, at.epoch(), at.seq(), levels));
    }

    static Frame subscribed(String topic, Position at) {
        return of(topic, at, new Subscribed(topic, at.epoch(), at.seq(), true));
    }

    static Frame reset(String topic, Position at) {
        return of(topic, at, new Reset(topic, at.epoch(), at.seq(), true));
    }

    private static Frame of(String topic, Position at, Object message) {
        return new Frame(topic, at, JSON.writeValueAsString(message));
    }
}
