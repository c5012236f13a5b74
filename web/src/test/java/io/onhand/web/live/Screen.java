package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onhand.testing.web.Socket;
import tools.jackson.databind.JsonNode;

/** A screen as the protocol asks for it: positions, gaps, versions. */
final class Screen {
    private final String key;
    private final String topic;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, String> onHand = new HashMap<>();
    private Socket socket;
    private String epoch = "";
    private long seq;
    private int frames;

    Screen(int port, String key, String topic) {
        this.key = key;
        this.topic = topic;
        this.socket = Socket.open(port, key);
        socket.subscribe(topic);
    }

    void comeBack(int port) {
        socket = Socket.open(port, key);
        socket.send(
                "{\"subscribe\":[\"%s\"],\"from\":{\"%s\":{\"epoch\":\"%s\",\"seq\":%d}}}"
                        .formatted(topic, topic, epoch, seq));
    }

    void take(JsonNode message) {
        if (message.path("subscribed").asBoolean(false)) {
            if (epoch.isEmpty()) {
                epoch = message.path("epoch").asString();
                seq = message.path("seq").asLong();
            }
            return;
        }
        if (message.path("reset").asBoolean(false)) {
            epoch = message.path("epoch").asString();
            seq = message.path("seq").asLong();
            return;
        }
        assertThat(message.path("epoch").asString()).isEqualTo(epoch);
        assertThat(message.path("seq").asLong()).as("no gap").isEqualTo(++seq);
        frames++;
        message.path("levels")
                .forEach(
                        level -> {
                            String sku = level.path("sku").asString();
                            long version = level.path("version").asLong();
                            assertThat(version).isGreaterThan(versions.getOrDefault(sku, 0L));
                            versions.put(sku, version);
                            onHand.put(sku, level.path("onHand").asString());
                        });
    }

    JsonNode next() throws InterruptedException {
        return socket.next();
    }

    List<JsonNode> rest() {
        return socket.rest();
    }

    /** Cuts the line without a goodbye. */
    void cut() {
        socket.close();
    }

    /** On hand by SKU, as it was told last. */
    Map<String, String> onHand() {
        return onHand;
    }

    int frames() {
        return frames;
    }

    /** Hears on until these are the last versions. */
    void hearUntil(Map<String, Long> wanted) throws InterruptedException {
        while (!versions.equals(wanted)) {
            take(socket.next());
        }
    }
}
