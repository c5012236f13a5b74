package io.onhand.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.measure.Quantity;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveHubTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TenantId tenant = new TenantId(Region.HOME.newId());
    private final LiveHub hub = new LiveHub();

    @BeforeEach
    void start() {
        hub.start();
    }

    @Test
    void aWatcherHearsOfItsLocationsAndNoOther() throws InterruptedException {
        var watcher = hub.watch(tenant, Set.of("LONDON"));
        hub.tell(tenant, List.of(change("PARIS", "A", 1), change("LONDON", "B", 1)));
        hub.tell(new TenantId(Region.HOME.newId()), List.of(change("LONDON", "C", 1)));
        assertThat(watcher.await(SOON)).containsExactly(change("LONDON", "B", 1));
        assertThat(watcher.await(Duration.ZERO)).isEmpty();
    }

    @Test
    void ofALevelTheNewestNumbersAreTold() throws InterruptedException {
        var watcher = hub.watch(tenant, Set.of("LONDON"));
        hub.tell(tenant, List.of(change("LONDON", "A", 5)));
        hub.tell(tenant, List.of(change("LONDON", "A", 4)));
        hub.tell(tenant, List.of(change("LONDON", "A", 6)));
        assertThat(watcher.await(SOON)).containsExactly(change("LONDON", "A", 6));
    }

    @Test
    void aWatcherThatFallsBehindIsClosed() {
        var watcher = hub.watch(tenant, Set.of("LONDON"));
        hub.tell(
                tenant,
                IntStream.rangeClosed(0, Watcher.LEVELS_WAITING_MAX)
                        .mapToObj(i -> change("LONDON", "SKU-" + i, 1))
                        .toList());
        assertThat(watcher.isOpen()).isFalse();
        assertThat(hub.isWatched()).isFalse();
    }

    @Test
    void whenTheProgramStopsEveryWatcherIsClosedAndNoneIsTaken() throws InterruptedException {
        var watcher = hub.watch(tenant, Set.of("LONDON"));
        hub.stop();
        assertThat(watcher.await(SOON)).isEmpty();
        assertThat(watcher.isOpen()).isFalse();
        assertThatThrownBy(() -> hub.watch(tenant, Set.of("LONDON")))
                .isInstanceOf(TooManyWatchers.class);
    }

    private static LevelChange change(String location, String sku, long version) {
        var some = Quantity.ofUnits(version);
        return new LevelChange(location, sku, some, some, Quantity.ZERO, version);
    }
}
