package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import onhand.testing.TeaShop;
import onhand.testing.web.Socket;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class LiveRestartTest {

    @Autowired BeanFactory program;
    @Autowired LiveClients clients;
    @LocalServerPort int port;

    @Test
    void whenTheProgramEndsClientsAreToldAndWhenToComeBack() throws Exception {
        String key = TeaShop.open(program).key(Role.OWNER);
        try (var idle = Socket.open(port, key);
                var follower = Socket.open(port, key).subscribe("stock:LONDON")) {
            follower.next();
            clients.stop();
            assertThat(idle.closeCode()).isEqualTo(4010);
            assertThat(follower.closeCode()).isEqualTo(4010);
            assertThat(follower.closeReason()).matches("\\{\"retryMs\":\\d+}");
            assertThat(Socket.refused(port, "", "Authorization", "Bearer " + key)).isEqualTo(503);
        } finally {
            clients.start();
        }
        try (var again = Socket.open(port, key).subscribe("stock:LONDON")) {
            assertThat(again.next().path("subscribed").asBoolean(false)).isTrue();
        }
    }
}
