package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.inbox.DeliveryQueries;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadItem;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class PollingTest {

    private static final String SKU = "TEA-EARL-100";

    @Autowired BeanFactory program;
    @Autowired ConnectionStandQueries stands;
    @Autowired CatalogueQueries items;
    @Autowired DeliveryQueries deliveries;
    @Autowired Puller puller;
    @Autowired TurnStatements turns;
    @Autowired MachineClock clock;
    @Autowired ConnectionStandStatements statements;
    @Autowired TenantTransactions transactions;

    private final TillScript till = new TillScript();
    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
    }

    @Test
    void whatNoMessageToldIsAskedForAndPosted() {
        till.has(new CatalogueItem("V-EARL", "Earl Grey", SKU, null, false));
        till.sells("S-1", "V-EARL");
        till.sells("S-2", "V-EARL");
        till.sells("S-3", "V-EARL");
        till.connect(program, shop, Mode.LIVE);
        await().untilAsserted(() -> assertThat(shop.onHand("LONDON", SKU)).isEqualTo("-3"));
        assertThat(till.polls()).startsWith("null", "2");
    }

    @Test
    void whatIsKnownMakesNoDeliveryAgain() {
        till.has(new CatalogueItem("V-EARL", "Earl Grey", SKU, null, false));
        till.sells("S-1", "V-EARL");
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().untilAsserted(() -> assertThat(shop.onHand("LONDON", SKU)).isEqualTo("-1"));
        till.sells("S-1", "V-EARL");
        till.tell(new ReadItem.Nothing("S-9", "An order that is still open."));
        pull(connection);
        assertThat(deliveries(connection)).isEqualTo(1);
        assertThat(till.polls().getLast()).as("the cursor went on").isEqualTo("1");
    }

    @Test
    void whatCannotBeReadIsToldOnceHoweverOftenItIsFound() {
        var broken = new ReadItem.Unreadable("S-1", "An order without lines.");
        till.tell(broken);
        till.tell(broken);
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().untilAsserted(() -> assertThat(deliveries(connection)).isEqualTo(1));
        till.tell(broken);
        pull(connection);
        assertThat(deliveries(connection)).isEqualTo(1);
    }

    @Test
    void anObservedConnectionIsAskedAndPostsNothing() {
        till.has(new CatalogueItem("V-EARL", "Earl Grey", SKU, null, false));
        till.sells("S-1", "V-EARL");
        Connection connection = till.connect(program, shop, Mode.OBSERVE);
        await().untilAsserted(() -> assertThat(deliveries(connection)).isEqualTo(1));
        await().until(() -> polledAt(connection));
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("0");
    }

    @Test
    void anItemIsMappedWhereItsSkuNamesOneOfEach() {
        till.has(new CatalogueItem("V-EARL", "Earl Grey", SKU, null, false));
        till.has(new CatalogueItem("V-MINT", "Mint", "TEA-MINT-50", null, false));
        till.has(new CatalogueItem("V-MINT-2", "Mint again", "TEA-MINT-50", null, false));
        till.has(new CatalogueItem("V-NONE", "Mystery", "TEA-NONE", null, false));
        till.has(new CatalogueItem("V-GONE", "Sencha", "TEA-SENCHA-100", null, true));
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().until(() -> polledAt(connection));
        var all = shop.call(() -> items.items(connection.id(), false, "", 10));
        assertThat(all).hasSize(5);
        assertThat(all).filteredOn(item -> item.variant() != null).hasSize(1);
        assertThat(shop.call(() -> items.items(connection.id(), true, "", 10)))
                .extracting(TillItem::external)
                .containsExactly("V-MINT", "V-MINT-2", "V-NONE");
        assertThat(shop.call(() -> items.places(connection.id())))
                .extracting(TillPlace::name)
                .containsExactly("London");
    }

    @Test
    void aVendorThatAsksForTimeGetsIt() {
        till.answers(new Outcome.Retry<>(1_800));
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().until(() -> stand(connection).failedAt() != null);
        assertThat(till.polls()).hasSize(1);
        assertThat(stand(connection).failure()).isNotNull();
        till.sells("S-1", SKU);
        pull(connection);
        assertThat(stand(connection).failedAt()).as("it went well since").isNull();
    }

    @Test
    void aComparisonThatTheVendorDidNotAnswerIsReportedButNotCountedAsOne() {
        till.answers(new Outcome.Fail<>("other", "The till is broken."));
        Connection connection = till.connect(program, shop, Mode.LIVE);
        var reconciliations = program.getBean(Reconciliations.class);
        await().until(() -> shop.call(() -> reconciliations.last(connection.id())).isPresent());
        assertThat(shop.call(() -> reconciliations.last(connection.id())).orElseThrow().failure())
                .isEqualTo("The till is broken.");
        assertThat(stand(connection).reconciledAt()).isNull();
    }

    @Test
    void aCatalogueThatFailsHoldsUpNothingElse() {
        till.answersCatalogue(new Outcome.Fail<>("other", "The catalogue is broken."));
        till.sells("S-1", "V-EARL");
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().until(() -> stand(connection).reconciledAt() != null);
        await().until(() -> deliveries(connection) == 1);
        pull(connection);
        assertThat(stand(connection).failure()).isEqualTo("The catalogue is broken.");
        till.answersCatalogue(null);
        pullWithCatalogue(connection);
        assertThat(stand(connection).failure()).isNull();
        assertThat(stand(connection).cataloguedAt()).isNotNull();
    }

    @Test
    void aNewItemIsKnownAsSoonAsAMessageTellsOfTheCatalogue() {
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().until(() -> polledAt(connection));
        till.has(new CatalogueItem("V-EARL", "Earl Grey", SKU, null, false));
        pull(connection);
        assertThat(shop.call(() -> items.items(connection.id(), false, "", 10))).isEmpty();
        till.tell(new ReadItem.Changed(ReadItem.Changed.What.CATALOGUE));
        pull(connection);
        await().until(
                        () ->
                                shop.call(() -> items.items(connection.id(), false, "", 10)).size()
                                        == 1);
    }

    private void pullWithCatalogue(Connection connection) {
        shop.run(
                () ->
                        transactions.write(
                                () -> {
                                    statements.catalogueFailed(
                                            connection.id(), clock.now(), "Again.", clock.now());
                                    return connection;
                                }));
        pull(connection);
    }

    @Test
    void aCatalogueThatNeedsTimeGetsIt() {
        till.answersCatalogue(new Outcome.Retry<>(1_800));
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().until(() -> stand(connection).failedAt() != null);
        assertThat(till.polls()).isEmpty();
    }

    @Test
    void anInvalidCursorIsForgotten() {
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().until(() -> polledAt(connection));
        till.answers(new Outcome.Fail<>("invalid-cursor", "This cursor is unknown."));
        pull(connection);
        pull(connection);
        assertThat(till.polls()).containsExactly("null", "0", "null");
    }

    @Test
    void aPausedConnectionIsLeftAlone() {
        Connection connection = till.connect(program, shop, Mode.LIVE);
        await().until(() -> polledAt(connection));
        shop.run(() -> program.getBean(ConnectionStands.class).pause(connection.id()));
        pull(connection);
        assertThat(till.polls()).hasSize(1);
    }

    private void pull(Connection connection) {
        var now = clock.now();
        Turn turn =
                await().until(
                                () ->
                                        turns.leaseNow(
                                                connection.id(),
                                                Turn.Kind.PULL,
                                                clock.now(),
                                                now.plus(Hold.LEASE)),
                                found -> found.isPresent())
                        .orElseThrow();
        shop.run(
                () -> {
                    var next = puller.work(new Hold(turn, turns, clock));
                    turns.end(turn, clock.now(), next.due(), next.attempts());
                });
    }

    private boolean polledAt(Connection connection) {
        return stand(connection).polledAt() != null;
    }

    private Stand stand(Connection connection) {
        return shop.call(() -> stands.of(connection.id())).orElseThrow();
    }

    private int deliveries(Connection connection) {
        return shop.call(
                () ->
                        deliveries
                                .page(connection.id(), null, DeliveryQueries.Place.START, 10)
                                .size());
    }
}
