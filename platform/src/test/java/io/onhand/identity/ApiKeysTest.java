package io.onhand.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.tenancy.Actor;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ApiKeysTest {

    @Autowired BeanFactory program;
    @Autowired ApiKeys keys;

    @Test
    void aKeySaysWhoItsHolderIs() {
        var shop = TeaShop.open(program);
        var caller = shop.caller(Role.CLERK, "LONDON");
        assertThat(caller.tenant()).isEqualTo(shop.tenant());
        assertThat(caller.actor().type()).isEqualTo(Actor.Type.API_KEY);
        assertThat(caller.role()).isEqualTo(Role.CLERK);
        assertThat(caller.limit().allows(shop.location("LONDON"))).isTrue();
        assertThat(caller.limit().allows(shop.location("PARIS"))).isFalse();
    }

    @Test
    void aKeyThatNobodyMadeIsNotFound() {
        assertThat(keys.find("oh_nobody")).isEmpty();
    }

    @Test
    void aRevokedKeyIsSoonWorthNothing() {
        var shop = TeaShop.open(program);
        var secret = shop.key(Role.OWNER);
        var caller = keys.find(secret).orElseThrow();
        var id = new ApiKeyId(java.util.UUID.fromString(caller.actor().id()));
        assertThat(shop.call(() -> keys.revoke(id))).isTrue();
        await().atMost(KnownKeys.KNOWN_FOR.plusSeconds(5)).until(() -> keys.find(secret).isEmpty());
    }
}
