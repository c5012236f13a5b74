package io.onhand.web.live;

import io.onhand.live.LiveHub;
import io.onhand.live.Position;
import io.onhand.live.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients of {@code /live}: reads what they ask for. What they hear goes by their lines. */
@Component
class SocketHandler extends TextWebSocketHandler implements SubProtocolCapable {

    /** A client that takes none of a message for so long is gone. */
    static final Duration SEND_MAX = Duration.ofSeconds(8);

    /** Bytes of a client's message. */
    static final int MESSAGE_MAX = 64 * 1024;

    private static final String PROTOCOL = "onhand.v1";
    private static final String CONNECTION = "connection";
    private static final String PARTS = "parts";
    private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final LiveHub hub;
    private final Topics topics;
    private final LiveClients clients;
    private final JsonMapper json;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    SocketHandler(LiveHub hub, Topics topics, LiveClients clients, JsonMapper json) {
        this.hub = hub;
        this.topics = topics;
        this.clients = clients;
        this.json = json;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    /** Parts are put together here: a buffer for a whole message would stand idle per client. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession outer
                && outer.getNativeSession() instanceof jakarta.websocket.Session inner) {
            inner.getUserProperties().put(SEND_TIMEOUT, SEND_MAX.toMillis());
        }
        var visitor =
                (Visitor)
                        Objects.requireNonNull(
                                session.getAttributes().get(SocketHandshake.VISITOR));
        var outgoing = new Outgoing();
        var line = new SocketLine(session, outgoing, threads);
        var connection = new LiveConnection(visitor, hub, topics, line, outgoing);
        session.getAttributes().put(CONNECTION, connection);
        session.getAttributes().put(PARTS, new Parts(MESSAGE_MAX));
        clients.add(connection);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) {
        var connection = (LiveConnection) session.getAttributes().get(CONNECTION);
        var parts = (Parts) session.getAttributes().get(PARTS);
        if (connection == null || parts == null) {
            return;
        }
        if (!parts.add(part)) {
            connection.end(Farewell.TOO_BIG);
        } else if (part.isLast()) {
            obey(connection, parts.take());
        }
    }

    private void obey(LiveConnection connection, String text) {
        JsonNode message;
        try {
            message = json.readTree(text);
        } catch (JacksonException e) {
            connection.end(Farewell.NOT_UNDERSTOOD);
            return;
        }
        if (message == null || !message.isObject()) {
            connection.end(Farewell.NOT_UNDERSTOOD);
        } else if (isUnderstood(message)) {
            message.path("unsubscribe").forEach(name -> connection.unsubscribe(name.asString()));
            message.path("subscribe")
                    .forEach(
                            name ->
                                    connection.subscribe(
                                            name.asString(),
                                            from(message.path("from").path(name.asString()))));
        } else {
            connection.answer(Message.error("malformed"));
        }
    }

    private static boolean isUnderstood(JsonNode message) {
        return (message.has("subscribe") || message.has("unsubscribe"))
                && isNames(message.path("subscribe"))
                && isNames(message.path("unsubscribe"));
    }

    private static boolean isNames(JsonNode names) {
        if (names.isMissingNode()) {
            return true;
        }
        return names.isArray() && names.valueStream().allMatch(JsonNode::isString);
    }

    /** A position that cannot be read is none of this program's: it is answered by a reset. */
    private static @Nullable Position from(JsonNode from) {
        return from.isMissingNode() || from.isNull()
                ? null
                : new Position(from.path("epoch").asString(""), from.path("seq").asLong(-1));
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable error) {
        gone(session);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        gone(session);
    }

    private void gone(WebSocketSession session) {
        if (session.getAttributes().get(CONNECTION) instanceof LiveConnection connection) {
            clients.remove(connection);
        }
    }
}
