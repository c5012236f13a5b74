package io.onhand.web.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.inbox.HookMessage;
import io.onhand.tenancy.MachineClock;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class HookDoorTest {

    private static final byte[] EMPTY_LIST = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    private SigningTill till = new SigningTill(0, "", "");

    @BeforeEach
    void aTill() {
        till = SigningTill.of(program, port, TeaShop.open(program));
    }

    @Test
    void aSignedMessageIsKeptAndAnsweredWithNothing() {
        HttpResponse<String> answer = till.send("msg-1", EMPTY_LIST, now());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(till.send("msg-1", EMPTY_LIST, now()).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongSignatureIsRefused() {
        String time = Long.toString(now().getEpochSecond());
        String right = SigningTill.signature("msg-2", time, EMPTY_LIST);
        for (String wrong : List.of("v1,AAAA", "v2," + right, right, "v1,", "v1,*")) {
            HttpResponse<String> answer = till.post(EMPTY_LIST, "msg-2", time, wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.body()).contains("bad-signature");
        }
        assertThat(till.post(EMPTY_LIST, "msg-3", time, "v1," + right).statusCode())
                .as("another id")
                .isEqualTo(401);
        assertThat(till.post(EMPTY_LIST, "msg-2", time, "v1,AAAA v1," + right).statusCode())
                .as("one of several")
                .isEqualTo(200);
    }

    @Test
    void aTimeThatIsMoreThanFiveMinutesOffIsRefused() {
        for (long seconds : new long[] {-310, 310}) {
            assertThat(till.send("msg-4", EMPTY_LIST, now().plusSeconds(seconds)).statusCode())
                    .isEqualTo(401);
        }
        assertThat(till.send("msg-4", EMPTY_LIST, now().minusSeconds(290)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void methodKeyAndSizeAreLookedAtBeforeTheSignature() {
        var nobody = new SigningTill(port, "", "nobody-here");
        var api = new Api(port, null);
        assertThat(api.get("/hooks/nobody-here").status()).isEqualTo(405);
        assertThat(nobody.post(EMPTY_LIST, "m", "1", "v1,AAAA").statusCode()).isEqualTo(404);
        byte[] large = new byte[HookMessage.BODY_BYTES_MAX + 1];
        assertThat(nobody.post(large, "m", "1", "v1,AAAA").statusCode()).isEqualTo(404);
        assertThat(till.post(large, "m", "1", "v1,AAAA").statusCode()).isEqualTo(413);
        byte[] most = new byte[HookMessage.BODY_BYTES_MAX];
        assertThat(till.send("msg-5", most, now()).statusCode()).isEqualTo(200);
    }

    /** The program answers before it has read what it will not keep. */
    @Test
    void aHugeMessageIsRefusedUnread() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("POST /hooks/%s HTTP/1.1\r\nHost: x\r\nContent-Length: 104857600\r\n\r\n"
                                            .formatted(till.key()))
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    private static Instant now() {
        return new MachineClock().now();
    }
}
