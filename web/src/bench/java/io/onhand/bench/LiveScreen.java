package io.onhand.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of one topic that keeps the versions it was told and notices gaps. */
final class LiveScreen implements WebSocket.Listener {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final String key;
    private final String topic;
    private final Told told;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private volatile CountDownLatch subscribed = new CountDownLatch(1);
    private StringBuilder part = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile String epoch = "";
    private volatile long seq;
    private volatile int gaps;
    private volatile int resets;
    private volatile int frames;

    /** Told of each level of each frame. */
    interface Told {
        void level(String topic, String sku, long version, long nanos);
    }

    LiveScreen(int port, String key, String place, Told told) {
        this.address = URI.create("ws://127.0.0.1:" + port + "/live");
        this.key = key;
        this.topic = "stock:" + place;
        this.told = told;
    }

    /** Opens, or comes back to where it was, and waits until it is subscribed. */
    void open(HttpClient client) throws InterruptedException {
        subscribed = new CountDownLatch(1);
        part = new StringBuilder();
        WebSocket opened =
                client.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + key)
                        .subprotocols("onhand.v1")
                        .buildAsync(address, this)
                        .join();
        socket = opened;
        String from =
                epoch.isEmpty()
                        ? ""
                        : ",\"from\":{\"%s\":{\"epoch\":\"%s\",\"seq\":%d}}"
                                .formatted(topic, epoch, seq);
        opened.sendText("{\"subscribe\":[\"" + topic + "\"]" + from + "}", true).join();
        subscribed.await();
    }

    /** Cuts the line without a goodbye. */
    void cut() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    String topic() {
        return topic;
    }

    Map<String, Long> versions() {
        return versions;
    }

    /** Frames that were missing and not made good by a reset. */
    int gaps() {
        return gaps;
    }

    int resets() {
        return resets;
    }

    int frames() {
        return frames;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        from.request(1);
        if (from != socket && socket != null && subscribed.getCount() == 0) {
            return null;
        }
        part.append(text);
        if (last) {
            long now = System.nanoTime();
            JsonNode message = JSON.readTree(part.toString());
            part.setLength(0);
            take(message, now);
        }
        return null;
    }

    private void take(JsonNode message, long now) {
        if (message.has("ping")) {
            return;
        }
        if (message.path("subscribed").asBoolean(false)) {
            if (epoch.isEmpty()) {
                epoch = message.path("epoch").asString();
                seq = message.path("seq").asLong();
            }
            subscribed.countDown();
            return;
        }
        long number = message.path("seq").asLong();
        if (message.path("reset").asBoolean(false)) {
            resets++;
        } else if (number != seq + 1) {
            gaps++;
        }
        epoch = message.path("epoch").asString();
        seq = number;
        frames++;
        for (JsonNode level : message.path("levels")) {
            String sku = level.path("sku").asString();
            long version = level.path("version").asLong();
            versions.merge(sku, version, Math::max);
            told.level(topic, sku, version, now);
        }
    }
}
