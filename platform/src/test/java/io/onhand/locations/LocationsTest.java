package io.onhand.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.tenancy.Region;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class LocationsTest {

    private static final NewLocation POPUP =
            NewLocation.of("POPUP", "Pop-up", Location.Type.VIRTUAL, "UTC");

    @Autowired BeanFactory program;
    @Autowired Locations locations;
    @Autowired LocationQueries queries;

    @Test
    void aLocationIsFoundByItsCodeAndItsId() {
        var shop = TeaShop.open(program);
        var id = shop.location("LONDON");
        var found = shop.call(() -> queries.byCode(List.of("LONDON", "NOWHERE")));
        assertThat(found).containsOnlyKeys("LONDON");
        assertThat(found.get("LONDON")).extracting(Location::id).isEqualTo(id);
        assertThat(found.get("LONDON")).extracting(Location::timeZone).isEqualTo("Europe/London");
        assertThat(shop.call(() -> queries.byId(List.of(id)))).containsOnlyKeys(id);
        assertThat(shop.call(() -> queries.byCode(List.of("london")))).isEmpty();
    }

    @Test
    void theRegionIsTheFirstByteOfTheId() {
        var shop = TeaShop.open(program);
        var wanted =
                new NewLocation(
                        "BERLIN",
                        "Berlin",
                        Location.Type.STORE,
                        "Europe/Berlin",
                        Region.parse("0a"),
                        "Unter den Linden 1",
                        true);
        shop.run(() -> locations.create(wanted));
        assertThat(shop.location("BERLIN").toString()).startsWith("0a");
    }

    @Test
    void aTakenCodeIsRefused() {
        var shop = TeaShop.open(program);
        var again = NewLocation.of("LONDON", "Another", Location.Type.STORE, "Europe/London");
        assertThat(shop.call(() -> locations.create(again)))
                .isEqualTo(new LocationCreation.AlreadyExists("LONDON"));
    }

    @Test
    void ofSeveralThatMakeOneCodeAtOnceOneDoes() throws InterruptedException {
        var shop = TeaShop.open(program);
        var outcomes = new ConcurrentLinkedQueue<LocationCreation>();
        var threads =
                IntStream.range(0, 4)
                        .mapToObj(
                                i ->
                                        Thread.ofVirtual()
                                                .start(
                                                        () ->
                                                                outcomes.add(
                                                                        shop.call(
                                                                                () ->
                                                                                        locations
                                                                                                .create(
                                                                                                        POPUP)))))
                        .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(outcomes)
                .hasSize(4)
                .filteredOn(LocationCreation.Created.class::isInstance)
                .hasSize(1);
    }

    @Test
    void anotherTenantMayUseTheSameCodeAndSeesNothingOfOurs() {
        var ours = TeaShop.open(program);
        var theirs = TeaShop.open(program);
        var london = ours.location("LONDON");
        assertThat(theirs.location("LONDON")).isNotEqualTo(london);
        assertThat(theirs.call(() -> queries.byId(List.of(london)))).isEmpty();
        assertThat(theirs.call(() -> locations.change(london, l -> l.withName("Ours")))).isEmpty();
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        var shop = TeaShop.open(program);
        var paris = shop.location("PARIS");
        var changed = shop.call(() -> locations.change(paris, l -> l.withName("Paris, Marais")));
        assertThat(changed).get().extracting(Location::name).isEqualTo("Paris, Marais");
        assertThat(shop.call(() -> queries.byId(List.of(paris))).get(paris))
                .isEqualTo(changed.orElseThrow());
    }

    @Test
    void aPageShowsOnlyWhatMayBeSeen() {
        var shop = TeaShop.open(program);
        assertThat(shop.call(() -> queries.page("DC-KENT", null, 2)))
                .extracting(Location::code)
                .containsExactly("LONDON", "NEWYORK");
        assertThat(shop.call(() -> queries.page("", Set.of(shop.location("PARIS")), 10)))
                .extracting(Location::code)
                .containsExactly("PARIS");
    }

    @Test
    void aTimeZoneMustBeKnown() {
        assertThatThrownBy(() -> Location.checkTimeZone("Europe/Atlantis"))
                .hasMessageContaining("IANA time zone");
    }
}
