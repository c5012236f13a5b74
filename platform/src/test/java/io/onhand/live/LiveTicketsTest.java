package io.onhand.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.Actor;
import java.util.Optional;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class LiveTicketsTest {

    @Autowired BeanFactory program;
    @Autowired LiveTickets tickets;

    @Test
    void aTicketLetsInOnceAndSaysWhoItIs() {
        var shop = TeaShop.open(program);
        var pass = new Pass(shop.tenant(), new Actor(Actor.Type.PERSON, "somebody"), "session-1");
        var ticket = shop.call(() -> tickets.make(pass));
        assertThat(tickets.redeem(ticket.text())).isEqualTo(Optional.of(pass));
        assertThat(tickets.redeem(ticket.text())).isEmpty();
        assertThat(tickets.redeem("lt_unknown")).isEmpty();
    }
}
