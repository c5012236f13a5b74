package io.onhand.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.channels.Connections;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a message stays as it came. */
@PlatformTest
class RetentionTest {

    private static final Duration OLD = Retention.RAW_KEPT.plusMinutes(1);
    private static final Duration YOUNG = Retention.RAW_KEPT.minusMinutes(1);

    @Autowired Retention retention;
    @Autowired DeliveryStatements deliveries;
    @Autowired StoredDeliveryQueries stored;
    @Autowired DeliveryQueries heads;
    @Autowired TenantTransactions transactions;
    @Autowired DeliveryDoorStatements door;
    @Autowired BusinessClock clock;
    @Autowired MachineClock machine;

    private final TeaShop shop;
    private final Connection till;

    RetentionTest(@Autowired BeanFactory program, @Autowired Connections connections) {
        shop = TeaShop.open(program);
        till = shop.call(() -> connections.createGeneric("till", "The till"));
    }

    @Test
    void theRawPartOfAMessageIsClearedAfterItsTimeAndTheRestStays() {
        UUID old = done(OLD);
        UUID young = done(YOUNG);
        shop.run(retention::clear);
        assertThat(message(old).body()).isNull();
        assertThat(message(old).headers()).isEmpty();
        assertThat(message(young).body()).isNotNull();
    }

    @Test
    void whatNobodyHasReadOrSettledStaysAsItCameHoweverOldItIs() {
        UUID unread = waiting(OLD);
        UUID unsettled = waiting(OLD);
        change(() -> deliveries.giveUp(unsettled));
        shop.run(retention::clear);
        assertThat(message(unread).body()).isNotNull();
        assertThat(message(unsettled).body()).isNotNull();
        change(() -> deliveries.ignore(unsettled, "settled"));
        shop.run(retention::clear);
        assertThat(message(unsettled).body()).isNull();
    }

    @Test
    void aMessageWithWhichAllIsDoneIsForgottenAfterItsTime() {
        UUID old = done(Retention.KEPT.plusMinutes(1));
        UUID young = done(Retention.KEPT.minusMinutes(1));
        UUID unread = waiting(Retention.KEPT.plusMinutes(1));
        shop.run(retention::clear);
        assertThat(shop.call(() -> stored.stored(List.of(old, young, unread))))
                .extracting(StoredDelivery::id)
                .containsExactlyInAnyOrder(young, unread);
    }

    @Test
    void theNameOfAForgottenMessageIsForgottenToo() {
        UUID old = heard("M-OLD", Retention.KEPT.plusMinutes(1));
        UUID young = heard("M-YOUNG", Retention.KEPT.minusMinutes(1));
        shop.run(retention::clear);
        assertThat(shop.call(() -> stored.stored(List.of(old)))).isEmpty();
        assertThat(first("M-OLD")).isEmpty();
        assertThat(first("M-YOUNG")).containsEntry("M-YOUNG", young);
    }

    @Test
    void theNamesInBodiesAndOfWhatWasAskedForAreForgottenToo() {
        UUID told = done(Retention.KEPT.plusMinutes(1));
        UUID asked = UUID.randomUUID();
        change(
                () -> {
                    deliveries.name(Map.of(told, "M-BODY"));
                    var received = clock.now().minus(Retention.KEPT).minusSeconds(60);
                    deliveries.insertPulled(asked, till.id(), "pulled:1", received, bytes());
                    deliveries.claimVendorEvents(
                            till.id(), Map.of("M-BODY", told, "pulled:1", asked));
                });
        assertThat(shop.call(() -> heads.head(told)).orElseThrow().vendorEventId())
                .isEqualTo("M-BODY");
        assertThat(shop.call(() -> heads.head(asked)).orElseThrow().vendorEventId())
                .as("a name of ours is not shown as the sender's")
                .isNull();
        change(() -> deliveries.ignore(asked, "settled"));
        shop.run(retention::clear);
        assertThat(first("M-BODY")).isEmpty();
        assertThat(first("pulled:1")).isEmpty();
    }

    private UUID heard(String name, Duration age) {
        UUID id = UUID.randomUUID();
        var message =
                new NewDelivery(
                        id,
                        shop.tenant(),
                        till.id(),
                        clock.now().minus(age),
                        machine.now(),
                        name,
                        "{}",
                        bytes());
        door.insert(List.of(message));
        await().until(() -> first(name).containsKey(name));
        change(() -> deliveries.ignore(id, "settled"));
        return id;
    }

    private Map<String, UUID> first(String name) {
        return shop.call(() -> transactions.read(() -> stored.firstOf(till.id(), List.of(name))));
    }

    private UUID done(Duration age) {
        UUID id = UUID.randomUUID();
        change(() -> deliveries.insertObserved(id, till.id(), clock.now().minus(age), bytes()));
        return id;
    }

    private UUID waiting(Duration age) {
        UUID id = UUID.randomUUID();
        change(() -> deliveries.insertPulled(id, till.id(), null, clock.now().minus(age), bytes()));
        return id;
    }

    private static byte[] bytes() {
        return "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);
    }

    private void change(Runnable change) {
        shop.run(
                () ->
                        transactions.write(
                                () -> {
                                    change.run();
                                    return true;
                                }));
    }

    private StoredDelivery message(UUID id) {
        return shop.call(() -> stored.stored(List.of(id))).getFirst();
    }
}
