package io.onhand.web.live;

import io.onhand.web.api.ProblemAnswers;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.UnreadableRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Opens a WebSocket for whom the door lets in. */
@Component
class SocketHandshake extends DefaultHandshakeHandler implements HandshakeInterceptor {

    static final String VISITOR = "visitor";

    private final LiveDoor door;
    private final ProblemAnswers answers;

    SocketHandshake(LiveDoor door, ProblemAnswers answers) {
        this.door = door;
        this.answers = answers;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
        try {
            attributes.put(VISITOR, door.enter(asked, true));
            return true;
        } catch (Refusal refusal) {
            refuse(asked, ((ServletServerHttpResponse) response).getServletResponse(), refusal);
            return false;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        if (refusal.code() == ProblemCode.UNAUTHENTICATED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, UnreadableRequests.challenge(request));
        }
        answers.write(request, response, refusal);
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}

    /** No compression: its buffers would cost each connection more than all else. */
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
            ServerHttpRequest request,
            List<WebSocketExtension> requested,
            List<WebSocketExtension> supported) {
        return List.of();
    }
}
