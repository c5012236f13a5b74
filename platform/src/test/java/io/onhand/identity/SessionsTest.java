package io.onhand.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.onhand.tenancy.Actor;
import java.util.Set;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class SessionsTest {

    private static final String PASSWORD = "a good password";

    @Autowired BeanFactory program;
    @Autowired People people;
    @Autowired Sessions sessions;

    private Person somebody() {
        return people.create(UUID.randomUUID() + "@Leaf.demo", "Priya Raman", PASSWORD);
    }

    private static void admit(TeaShop shop, People people, Person person, Role role) {
        shop.run(
                () ->
                        people.admit(
                                new Membership(person.id(), role, new LocationLimit.Everywhere())));
    }

    @Test
    void aPersonIsMadeOnceWhateverTheCaseOfTheEmail() {
        var first = somebody();
        var again = people.create(first.email().toUpperCase(java.util.Locale.ROOT), "X", PASSWORD);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void aPasswordThatIsTooShortIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> people.create("a@b", "A", "short"))
                .withMessageContaining("8 characters");
    }

    @Test
    void aMemberOfOneTenantIsACallerThere() {
        var shop = TeaShop.open(program);
        var person = somebody();
        var london = new LocationLimit.Only(Set.of(shop.location("LONDON")));
        shop.run(() -> people.admit(new Membership(person.id(), Role.CLERK, london)));
        var session = sessions.find(sessions.open(person.id())).orElseThrow();
        var caller = session.caller().orElseThrow();
        assertThat(session.person()).isEqualTo(person);
        assertThat(caller.tenant()).isEqualTo(shop.tenant());
        assertThat(caller.actor()).isEqualTo(new Actor(Actor.Type.PERSON, person.id().toString()));
        assertThat(caller.role()).isEqualTo(Role.CLERK);
        assertThat(caller.limit()).isEqualTo(london);
    }

    @Test
    void aMemberOfTwoTenantsChoosesOneAndNoThird() {
        var person = somebody();
        var leaf = TeaShop.open(program);
        var other = TeaShop.open(program);
        admit(leaf, people, person, Role.OWNER);
        admit(other, people, person, Role.AUDITOR);
        String secret = sessions.open(person.id());
        assertThat(sessions.find(secret).orElseThrow().caller()).isEmpty();
        assertThat(sessions.choose(secret, TeaShop.open(program).tenant())).isFalse();
        assertThat(sessions.choose(secret, other.tenant())).isTrue();
        var caller = sessions.find(secret).orElseThrow().caller().orElseThrow();
        assertThat(caller.tenant()).isEqualTo(other.tenant());
        assertThat(caller.role()).isEqualTo(Role.AUDITOR);
    }

    @Test
    void aSessionThatEndedIsNotFound() {
        var secret = sessions.open(somebody().id());
        assertThat(sessions.find(secret)).isPresent();
        sessions.end(secret);
        assertThat(sessions.find(secret)).isEmpty();
        assertThat(sessions.find("nobody has this")).isEmpty();
    }

    @Test
    void whoIsDismissedIsSoonNoCallerAnyMore() {
        var shop = TeaShop.open(program);
        var person = somebody();
        admit(shop, people, person, Role.MANAGER);
        String secret = sessions.open(person.id());
        assertThat(sessions.find(secret).orElseThrow().caller()).isPresent();
        shop.run(() -> people.dismiss(person.id()));
        await().atMost(Sessions.KNOWN_FOR.plusSeconds(5))
                .until(() -> sessions.find(secret).orElseThrow().caller().isEmpty());
        assertThat(people.tenants(person.id())).isEmpty();
    }
}
