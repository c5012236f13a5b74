package io.onhand.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.secrets.Secrets;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class AccessGrantsTest {

    @Autowired BeanFactory program;
    @Autowired AccessGrants grants;
    @Autowired People people;
    @Autowired Sessions sessions;
    @Autowired Identities identities;
    @Autowired SigningKeys keys;
    @Autowired MachineClock clock;

    private TeaShop shop;
    private Person person;
    private String secret;

    @BeforeEach
    void signIn() {
        shop = TeaShop.open(program);
        person = people.create(UUID.randomUUID() + "@leaf.demo", "Priya Raman", "a good password");
        var member = new Membership(person.id(), Role.OWNER, new LocationLimit.Everywhere());
        shop.run(() -> people.admit(member));
        secret = sessions.open(person.id());
    }

    private GrantProof proof(GrantProof.Kind kind, String text, Duration life) {
        return GrantProof.of(kind, text, clock.now(), clock.now().plus(life));
    }

    private AccessGrant opened(TenantId tenant, String code, Duration life) {
        var grant =
                new AccessGrant(
                        UUID.randomUUID(),
                        "a-tool",
                        person.id(),
                        tenant,
                        Sessions.id(secret),
                        "{}",
                        Set.of("api"),
                        proof(GrantProof.Kind.CODE, code, life));
        grants.open(grant);
        return grant;
    }

    @Test
    void aProofIsFoundByItsKindUntilItEnds() {
        String code = Secrets.random(16);
        opened(shop.tenant(), code, Duration.ofMinutes(1));
        assertThat(grants.find(GrantProof.Kind.CODE, code)).isPresent();
        assertThat(grants.find(GrantProof.Kind.CONSENT, code)).isEmpty();
        String old = Secrets.random(16);
        opened(shop.tenant(), old, Duration.ofSeconds(-1));
        assertThat(grants.find(GrantProof.Kind.CODE, old)).isEmpty();
    }

    @Test
    void ofTwoNextStepsOneIsTakenAndAnAnswerThatGotLostIsNoOther() {
        String code = Secrets.random(16);
        var grant = opened(shop.tenant(), code, Duration.ofMinutes(1));
        var next = proof(GrantProof.Kind.REFRESH, Secrets.random(16), Duration.ofHours(1));
        var other = proof(GrantProof.Kind.REFRESH, Secrets.random(16), Duration.ofHours(1));
        assertThat(grants.proceed(grant, Set.of("api"), next)).isTrue();
        assertThat(grants.proceed(grant, Set.of("api"), next)).as("again").isTrue();
        assertThat(grants.proceed(grant, Set.of("api"), other)).isFalse();
        assertThat(grants.finish(grant)).isFalse();
    }

    @Test
    void aGrantIsWorthNothingInATenantThatDoesNotAdmitThePerson() {
        String code = Secrets.random(16);
        opened(TeaShop.open(program).tenant(), code, Duration.ofMinutes(1));
        assertThat(grants.find(GrantProof.Kind.CODE, code)).isEmpty();
    }

    @Test
    void aGrantEndsWithItsSession() {
        String code = Secrets.random(16);
        opened(shop.tenant(), code, Duration.ofMinutes(1));
        sessions.end(secret);
        assertThat(grants.find(GrantProof.Kind.CODE, code)).isEmpty();
    }

    @Test
    void anotherIssuersSubjectIsBoundOnceAndByNoSecondOne() {
        String issuer = "https://issuer.example/" + UUID.randomUUID();
        assertThat(identities.find(issuer, "a")).isEmpty();
        String shouted = person.email().toUpperCase(java.util.Locale.ROOT);
        assertThat(identities.findOrBind(issuer, "a", shouted)).contains(person);
        assertThat(identities.findOrBind(issuer, "b", person.email()))
                .as("somebody there took over the email")
                .isEmpty();
        assertThat(identities.findOrBind(issuer, "a", "other@leaf.demo")).contains(person);
    }

    @Test
    void theSigningKeyIsTheSameForEverybodyWhoAsks() {
        assertThat(keys.ofTokens().getPublic()).isEqualTo(keys.ofTokens().getPublic());
        assertThat(program.getBean(SigningKeyStatements.class).find("tokens").orElseThrow())
                .as("sealed")
                .isNotEqualTo(keys.ofTokens().getPrivate().getEncoded());
    }
}
