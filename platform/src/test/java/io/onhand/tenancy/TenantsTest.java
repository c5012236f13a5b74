package io.onhand.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class TenantsTest {

    @Autowired Tenants tenants;

    @Test
    void aTenantIsMadeOnceForItsCode() {
        String code = "tenant-" + UUID.randomUUID();
        var first = tenants.create(code, "First", Region.parse("07"));
        assertThat(tenants.create(code, "Second", Region.HOME)).isEqualTo(first);
        assertThat(tenants.find(code)).contains(first);
        assertThat(tenants.all()).contains(first);
        assertThat(first.toString()).startsWith("07");
    }
}
