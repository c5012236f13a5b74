package io.onhand.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.Region;
import java.util.List;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ConnectionsTest {

    @Autowired BeanFactory program;
    @Autowired Connections connections;
    @Autowired ConnectionQueries queries;

    @Test
    void aConnectionMadeTwiceIsOne() {
        var shop = TeaShop.open(program);
        var first = shop.call(() -> connections.createGeneric("till", "The till"));
        assertThat(shop.call(() -> connections.createGeneric("till", "Another"))).isEqualTo(first);
        assertThat(shop.call(() -> queries.byCode("till"))).contains(first);
    }

    @Test
    void anotherTenantHasItsOwnConnectionOfThatCode() {
        var ours = TeaShop.open(program);
        var theirs = TeaShop.open(program);
        var till = ours.call(() -> connections.createGeneric("till", "The till"));
        assertThat(ours.call(() -> queries.byCode("till"))).isPresent();
        assertThat(theirs.call(() -> queries.byCode("till"))).isEmpty();
        assertThat(theirs.call(() -> queries.codes(List.of(till.id())))).isEmpty();
    }

    @Test
    void theCodeOfASourceIsFoundUnlessItIsNoConnection() {
        var shop = TeaShop.open(program);
        var till = shop.call(() -> connections.createGeneric("till", "The till"));
        assertThat(shop.call(() -> queries.codes(List.of(till.id(), SourceId.ONHAND))))
                .containsOnlyKeys(till.id())
                .containsValue("till");
    }

    @Test
    void itsPostingsLiveInTheHomeOfItsTenant() {
        var shop = TeaShop.open(program);
        var till = shop.call(() -> connections.createGeneric("till", "The till"));
        assertThat(Region.of(till.id().value())).isEqualTo(Region.of(shop.tenant().value()));
    }
}
