package io.onhand.web.live;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** Sends over a WebSocket. A thread is there only while something waits. */
final class SocketLine implements Line {

    private static final Logger log = LoggerFactory.getLogger(SocketLine.class);

    private final WebSocketSession session;
    private final Outgoing outgoing;
    private final Executor threads;
    private final AtomicBoolean sending = new AtomicBoolean();

    SocketLine(WebSocketSession session, Outgoing outgoing, Executor threads) {
        this.session = session;
        this.outgoing = outgoing;
        this.threads = threads;
    }

    @Override
    public void wake() {
        if (sending.compareAndSet(false, true)) {
            threads.execute(this::send);
        }
    }

    /** A send that blocks gives up by itself, after {@link SocketHandler#SEND_MAX}. */
    @Override
    public void abandon() {}

    private void send() {
        try {
            do {
                sendWaiting();
                sending.set(false);
            } while (!outgoing.isQuiet() && session.isOpen() && sending.compareAndSet(false, true));
        } catch (IOException | RuntimeException e) {
            log.debug("A live client went away", e);
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    private void sendWaiting() throws IOException {
        for (Message next = outgoing.poll(); next != null; next = outgoing.poll()) {
            session.sendMessage(new TextMessage(next.json()));
        }
        Farewell farewell = outgoing.farewell();
        if (farewell != null) {
            close(new CloseStatus(farewell.code(), farewell.reason()));
        }
    }

    private void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | RuntimeException e) {
            log.debug("A live client went away", e);
        }
    }
}
