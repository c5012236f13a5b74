package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.live.LiveHub;
import io.onhand.live.LoudHub;
import onhand.testing.TeaShop;
import onhand.testing.web.Socket;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
@Timeout(120)
class SlowClientTest {

    /**
     * Far more than what lies between the two sides holds. Few and large: who does not read is
     * given up by its line after {@link SocketHandler#SEND_MAX}, and then nobody says why.
     */
    private static final int FRAMES = 36;

    /** Of one frame, which is smaller than what may wait for a client. */
    private static final int LEVELS = 9_000;

    @Autowired BeanFactory program;
    @Autowired LiveHub hub;
    @LocalServerPort int port;

    @Test
    void aClientThatDoesNotReadIsSentAwayAndNobodyBesideItMissesAnything() throws Exception {
        var shop = TeaShop.open(program);
        String key = shop.key(Role.OWNER);
        try (var deaf = Socket.deaf(port, key).subscribe("stock:LONDON");
                var good = Socket.open(port, key).subscribe("stock:LONDON")) {
            assertThat(good.next().path("subscribed").asBoolean(false)).isTrue();
            for (int frame = 1; frame <= FRAMES; frame++) {
                LoudHub.shout(hub, shop.tenant(), shop.location("LONDON"), LEVELS, frame);
                var heard = good.next();
                assertThat(heard.path("seq").asLong()).isEqualTo(frame);
                assertThat(heard.path("levels")).hasSize(LEVELS);
            }
            deaf.read();
            assertThat(deaf.closeCode()).isEqualTo(4008);
        }
    }
}
