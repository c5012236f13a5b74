package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.stock.ContentHash;
import io.onhand.stock.PostedContentQueries;
import io.onhand.stock.PostingId;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A content is what was sent, and never the ids that its names were mapped to: a name that means
 * something else tomorrow does not make a repeat of today's event a conflict. Two tenants call
 * their places and items the same, and every id differs.
 */
@WebTest
class SentContentTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private TeaShop other;

    @BeforeEach
    void openShops() {
        shop = TeaShop.open(program);
        other = TeaShop.open(program);
        assertThat(shop.location("LONDON")).isNotEqualTo(other.location("LONDON"));
    }

    @Test
    void theSameEventHasOneContentWhateverItsNamesAreMappedTo() {
        assertThat(ofEvent(shop)).isEqualTo(ofEvent(other));
    }

    @Test
    void theSameAdjustmentHasOneContentWhateverItsNamesAreMappedTo() {
        assertThat(ofAdjustment(shop)).isEqualTo(ofAdjustment(other));
    }

    private ContentHash ofEvent(TeaShop tenant) {
        var till = Till.of(program, port, tenant, Role.OWNER);
        String sale = Till.sale("1", "TEA-EARL-100", "1");
        return content(tenant, till.result(sale).get("posting").asString());
    }

    private ContentHash ofAdjustment(TeaShop tenant) {
        var got =
                new Api(port, tenant.key(Role.OWNER))
                        .post(
                                "/api/v1/adjustments",
                                """
                                {"location": "LONDON", "reason": "found",
                                 "lines": [{"sku": "TEA-EARL-100", "quantity": "10"}]}
                                """);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        return content(tenant, got.json().get("posting").asString());
    }

    private ContentHash content(TeaShop tenant, String posting) {
        var id = new PostingId(UUID.fromString(posting));
        var posted =
                tenant.call(
                        () ->
                                program.getBean(TenantTransactions.class)
                                        .read(
                                                () ->
                                                        program.getBean(PostedContentQueries.class)
                                                                .of(List.of(id))));
        return Objects.requireNonNull(posted.get(id)).content();
    }
}
