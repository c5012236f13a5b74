package io.onhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.locations.LocationId;
import io.onhand.locations.Locations;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class AuditTrailTest {

    @Autowired BeanFactory program;
    @Autowired AuditQueries queries;
    @Autowired AuditSeals seals;
    @Autowired AuditTrail trail;
    @Autowired Locations locations;
    @Autowired TenantTransactions transactions;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient app;
    @Autowired Environment environment;

    @Test
    void aChangeIsWrittenDownWithWhatWasBeforeAndWhatIsAfter() {
        var shop = TeaShop.open(program);
        shop.run(() -> locations.change(shop.location("PARIS"), l -> l.withName("Marais")));
        var entry = page(shop, filter(Optional.empty(), Optional.of("location:PARIS"))).getFirst();
        assertThat(entry.action()).isEqualTo("change");
        assertThat(entry.before()).contains("\"name\":\"Paris\"");
        assertThat(entry.after())
                .contains("\"name\":\"Marais\"")
                .contains("\"id\":\"" + shop.location("PARIS") + "\"");
        assertThat(entry.act().actor().id()).isEqualTo("tea-shop");
    }

    record Example(Quantity quantity, LocationId location, Optional<String> note) {}

    @Test
    void quantitiesAndIdsAreWrittenAsText() {
        var id = new LocationId(new UUID(1, 2));
        assertThat(StateJson.write(new Example(Quantity.parse("0.25"), id, Optional.empty())))
                .isEqualTo("{\"quantity\":\"0.25\",\"location\":\"" + id + "\",\"note\":null}");
    }

    @Test
    void theListIsNewestFirstAndGoesOnWhereItEnded() {
        var shop = TeaShop.open(program);
        var all = page(shop, AuditFilter.ALL);
        assertThat(all)
                .hasSizeGreaterThan(4)
                .isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        var rest =
                shop.call(
                        () ->
                                queries.page(
                                        AuditFilter.ALL, Optional.of(all.get(2).position()), 500));
        assertThat(rest).isEqualTo(all.subList(3, all.size()));
    }

    @Test
    void filtersAreTakenTogether() {
        var shop = TeaShop.open(program);
        assertThat(page(shop, filter(Optional.of("nobody"), Optional.empty()))).isEmpty();
        assertThat(page(shop, filter(Optional.of("tea-shop"), Optional.of("LONDON")))).hasSize(1);
        assertThat(page(shop, filter(Optional.empty(), Optional.of("product:LONDON")))).isEmpty();
        var past =
                new AuditFilter(
                        AuditFilter.FIRST,
                        clock.now().minusSeconds(3_600),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(page(shop, past)).isEmpty();
    }

    @Test
    void whoIsLimitedToLondonSeesNoEntriesOfOtherLocations() {
        var shop = TeaShop.open(program);
        var limited =
                new AuditFilter(
                        AuditFilter.FIRST,
                        AuditFilter.LAST,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Set.of("LONDON")));
        assertThat(page(shop, limited))
                .filteredOn(e -> e.objectType().equals("location"))
                .extracting(AuditEntry::objectId)
                .containsExactly("LONDON");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var ours = TeaShop.open(program);
        var theirs = TeaShop.open(program);
        assertThat(page(theirs, AuditFilter.ALL))
                .doesNotContainAnyElementsOf(page(ours, AuditFilter.ALL));
    }

    @Test
    void theProgramItselfCannotAlterAnEntry() {
        var shop = TeaShop.open(program);
        assertThatThrownBy(
                        () ->
                                shop.call(
                                        () ->
                                                transactions.write(
                                                        () ->
                                                                app.sql(
                                                                                "update audit_entry"
                                                                                        + " set action ="
                                                                                        + " 'x'")
                                                                        .update())))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void anAlteredEntryBreaksItsSealAndNoOther() {
        var shop = TeaShop.open(program);
        shop.run(() -> seals.seal(clock.now().plusSeconds(1)));
        shop.run(() -> transactions.write(() -> note("later")));
        shop.run(() -> seals.seal(clock.now().plusSeconds(1)));
        shop.run(() -> seals.seal(clock.now().plusSeconds(1)));
        assertThat(shop.call(seals::verify)).isEqualTo(new SealReport(2, List.of()));
        var first = page(shop, AuditFilter.ALL).getLast();
        asOwner("update audit_entry set actor_id = 'somebody' where entry_id = :id", first.id());
        assertThat(shop.call(seals::verify)).isEqualTo(new SealReport(2, List.of(1L)));
    }

    @Test
    void aMissingEntryBreaksItsSeal() {
        var shop = TeaShop.open(program);
        shop.run(() -> seals.seal(clock.now().plusSeconds(1)));
        var some = page(shop, AuditFilter.ALL).get(2);
        asOwner("delete from audit_entry where entry_id = :id", some.id());
        assertThat(shop.call(seals::verify)).isEqualTo(new SealReport(1, List.of(1L)));
    }

    private int note(String text) {
        trail.record("note", "test", text, null, null);
        return 1;
    }

    private void asOwner(String sql, UUID id) {
        assertThat(TestDatabase.owner(environment).sql(sql).param("id", id).update()).isEqualTo(1);
    }

    private List<AuditEntry> page(TeaShop shop, AuditFilter filter) {
        return shop.call(() -> queries.page(filter, Optional.empty(), 500));
    }

    private static AuditFilter filter(Optional<String> actor, Optional<String> object) {
        return new AuditFilter(
                AuditFilter.FIRST, AuditFilter.LAST, actor, object, Optional.empty());
    }
}
