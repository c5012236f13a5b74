package io.onhand.web.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import onhand.testing.TeaShop;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What takes longer than the default tests have. */
@Tag("hostile")
@WebTest
class HostileHookTest {

    private static final Charset ASCII = StandardCharsets.US_ASCII;
    private static final int BODIES = 10_000;
    private static final int PIECE = 64 * 1024;
    private static final int PIECES = 100 * 1024 * 1024 / PIECE;
    private static final int ANSWER_WITHIN_MS = 15_000;

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    @Test
    void tenThousandRandomBodiesGetDocumentedAnswers() throws Exception {
        new HostileSenders(program, port).send(BODIES);
    }

    @Test
    void aBodyOfAHundredMegabytesIsRefusedBeforeItIsSent() throws IOException {
        try (var socket = open("Transfer-Encoding: chunked")) {
            byte[] piece = new byte[PIECE];
            int sent = 0;
            try {
                while (sent < PIECES && socket.getInputStream().available() == 0) {
                    socket.getOutputStream()
                            .write((Integer.toHexString(PIECE) + "\r\n").getBytes(ASCII));
                    socket.getOutputStream().write(piece);
                    socket.getOutputStream().write("\r\n".getBytes(ASCII));
                    sent++;
                }
            } catch (IOException e) {
                // it does not listen any more
            }
            assertThat(head(socket)).startsWith("HTTP/1.1 413");
            assertThat(sent).isLessThan(PIECES);
        }
    }

    @Test
    void aBodyThatStallsIsAnsweredThatItMayBeSentAgain() throws IOException {
        try (var socket = open("Content-Length: 1000")) {
            socket.getOutputStream().write("{\"events\"".getBytes(ASCII));
            assertThat(head(socket)).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after");
        }
    }

    @Test
    void aBodyThatTricklesIsAnsweredThatItMayBeSentAgain() throws Exception {
        try (var socket = open("Content-Length: 1000")) {
            for (int i = 0; i < 100 && socket.getInputStream().available() == 0; i++) {
                socket.getOutputStream().write(' ');
                LockSupport.parkNanos(200_000_000);
            }
            assertThat(head(socket)).startsWith("HTTP/1.1 503").containsIgnoringCase("retry-after");
        }
    }

    private Socket open(String length) throws IOException {
        SigningTill till = SigningTill.of(program, port, TeaShop.open(program));
        var socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(ANSWER_WITHIN_MS);
        List<String> lines =
                List.of("POST /hooks/" + till.key() + " HTTP/1.1", "Host: x", length, "", "");
        socket.getOutputStream().write(String.join("\r\n", lines).getBytes(ASCII));
        return socket;
    }

    /** The answer's first line and headers. */
    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        for (int read = socket.getInputStream().read();
                read >= 0 && head.indexOf("\r\n\r\n") < 0;
                read = socket.getInputStream().read()) {
            head.append((char) read);
        }
        return head.toString();
    }
}
