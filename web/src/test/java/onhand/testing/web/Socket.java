package onhand.testing.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of {@code /live} that remembers what it hears. */
public final class Socket implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final long SECONDS_MAX = 40;

    private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final boolean reading;
    private @Nullable WebSocket socket;
    private String reason = "";

    private Socket(boolean reading) {
        this.reading = reading;
    }

    /** Opens with an API key. */
    public static Socket open(int port, String key) {
        return open(port, "", true, "Authorization", "Bearer " + key);
    }

    /** Opens and never reads. */
    public static Socket deaf(int port, String key) {
        return open(port, "", false, "Authorization", "Bearer " + key);
    }

    /**
     * Opens with whatever the test shows.
     *
     * @param query of the address, with its question mark
     */
    public static Socket open(int port, String query, boolean reading, String... headers) {
        var socket = new Socket(reading);
        var builder = CLIENT.newWebSocketBuilder().subprotocols("onhand.v1");
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        var uri = URI.create("ws://127.0.0.1:" + port + "/live" + query);
        socket.socket = builder.buildAsync(uri, socket).join();
        return socket;
    }

    /** The status with which a handshake is refused. */
    public static int refused(int port, String query, String... headers) {
        try {
            open(port, query, true, headers).close();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refusal) {
                return refusal.getResponse().statusCode();
            }
            throw e;
        }
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not open");
        }
        return socket;
    }

    public String protocol() {
        return socket().getSubprotocol();
    }

    public Socket send(String text) {
        socket().sendText(text, true).join();
        return this;
    }

    public Socket subscribe(String... topics) {
        return send("{\"subscribe\":[\"" + String.join("\",\"", topics) + "\"]}");
    }

    public void sendBinary() {
        socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    /** The next message; pings are left out. */
    public JsonNode next() throws InterruptedException {
        while (true) {
            JsonNode message = heard.poll(SECONDS_MAX, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing was heard");
            }
            if (!message.has("ping")) {
                return message;
            }
        }
    }

    /** What is there to be heard now. */
    public List<JsonNode> rest() {
        List<JsonNode> rest = new ArrayList<>();
        heard.drainTo(rest);
        return rest;
    }

    /** The close code, once the other side has closed. */
    public int closeCode() throws Exception {
        return closed.get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    public String closeReason() {
        return reason;
    }

    /** Begins to read, for one that did not. */
    public void read() {
        socket().request(Long.MAX_VALUE);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String why) {
        reason = why;
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    /** Cuts the line without a goodbye. */
    @Override
    public void close() {
        socket().abort();
    }
}
