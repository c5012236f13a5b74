package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.LocationLimit;
import io.onhand.identity.Membership;
import io.onhand.identity.People;
import io.onhand.identity.Person;
import io.onhand.identity.Role;
import io.onhand.identity.Sessions;
import java.util.Set;
import java.util.UUID;
import onhand.testing.TeaShop;
import onhand.testing.web.Socket;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of ours, by the cookie of who is signed in. */
@WebTest
class LiveSessionTest {

    private static final String LONDON = "stock:LONDON";

    @Autowired BeanFactory program;
    @Autowired People people;
    @Autowired Sessions sessions;
    @LocalServerPort int port;

    private TeaShop shop;
    private Person person;
    private String secret;

    @BeforeEach
    void signIn() {
        shop = TeaShop.open(program);
        person = people.create(UUID.randomUUID() + "@leaf.demo", "Ada", "correct-horse");
        member(Role.MANAGER, new LocationLimit.Everywhere());
        secret = sessions.open(person.id());
    }

    @Test
    void aPageOfOursFollowsWithItsCookieAndNobodyElsesDoes() throws Exception {
        try (var socket = open().subscribe(LONDON)) {
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
        }
        String cookie = "onhand-session=" + secret;
        assertThat(Socket.refused(port, "", "Cookie", cookie, "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(Socket.refused(port, "", "Cookie", cookie)).isEqualTo(403);
        assertThat(Socket.refused(port, "", "Cookie", "onhand-session=no", "Origin", ours()))
                .isEqualTo(401);
    }

    @Test
    void aSessionThatEndsClosesItsConnections() throws Exception {
        try (var socket = open().subscribe(LONDON)) {
            socket.next();
            sessions.end(secret);
            assertThat(socket.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void aLostLocationAndALostRoleCloseConnections() throws Exception {
        try (var socket = open().subscribe(LONDON)) {
            socket.next();
            var paris = new LocationLimit.Only(Set.of(shop.location("PARIS")));
            member(Role.MANAGER, paris);
            assertThat(socket.closeCode()).isEqualTo(4003);
        }
        member(Role.MANAGER, new LocationLimit.Everywhere());
        try (var socket = open().subscribe(LONDON)) {
            socket.next();
            member(Role.AUDITOR, new LocationLimit.Everywhere());
            assertThat(socket.closeCode()).isEqualTo(4003);
        }
        try (var socket = open().subscribe(LONDON)) {
            socket.next();
            shop.run(() -> people.dismiss(person.id()));
            assertThat(socket.closeCode()).isEqualTo(4003);
        }
    }

    private Socket open() {
        return Socket.open(port, "", true, "Cookie", "onhand-session=" + secret, "Origin", ours());
    }

    private String ours() {
        return "http://127.0.0.1:" + port;
    }

    private void member(Role role, LocationLimit limit) {
        shop.run(() -> people.admit(new Membership(person.id(), role, limit)));
    }
}
