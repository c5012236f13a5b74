package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.identity.Role;
import io.onhand.plugin.CatalogueItem;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.sync.Reconciliations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A till shows other numbers than ours, one of which is below zero: that one it cannot be told. */
@WebTest
class PushPagesTest {

    private static final String LIST = "/app/exceptions";
    private static final String ABOVE = "TEA-EARL-100";
    private static final String BELOW = "TEA-MINT-50";
    private static final String AT = "2026-11-20T10:00:00Z";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private ExceptionId above;
    private ExceptionId below;

    @BeforeEach
    void aTillThatShowsOtherNumbers() {
        shop = TeaShop.open(program);
        move(ABOVE, 10);
        move(BELOW, -1);
        till.has(new CatalogueItem("V-1", "Earl Grey", ABOVE, null, false));
        till.has(new CatalogueItem("V-2", "Peppermint", BELOW, null, false));
        till.shows("V-1", "12", AT);
        till.shows("V-2", "5", AT);
        Connection connection = till.connectCompared(program, shop, Connection.Mode.LIVE, Map.of());
        var reconciliations = program.getBean(Reconciliations.class);
        shop.run(() -> reconciliations.run(connection));
        shop.run(() -> reconciliations.run(connection));
        above = drift(connection, ABOVE);
        below = drift(connection, BELOW);
    }

    private void move(String sku, long units) {
        var line = Sent.change(1, shop.location("LONDON"), shop.variant(sku).id(), units);
        var posting = Sent.event(shop.tenant(), MovementType.ADJUSTMENT, Sent.NOON, line);
        shop.run(() -> program.getBean(StockLedger.class).post(posting));
    }

    private ExceptionId drift(Connection connection, String sku) {
        var subject = Subject.of(connection.code(), "LONDON", sku);
        var exceptions = program.getBean(Exceptions.class);
        return Objects.requireNonNull(
                shop.call(() -> exceptions.open(ExceptionKind.DRIFT, List.of(subject)))
                        .get(subject));
    }

    private boolean isOpen(ExceptionId id) {
        var queries = program.getBean(ExceptionQueries.class);
        return shop.call(() -> queries.find(id)).orElseThrow().open();
    }

    @Test
    void whatTheTillCannotBeToldIsLeftAndThePageSaysSo() {
        var browser = Browser.of(port, program, shop, Role.MANAGER);
        String both = LIST + "?id=" + above + "&id=" + below + "&do=push-ours";
        assertThat(browser.get(both).html()).contains("1 of the chosen cannot be settled so.");
        String form = LIST + "/settlements";
        String a = above.toString();
        String b = below.toString();
        var sent = browser.submit(LIST, form, "id", a, "id", b, "action", "push-ours");
        assertThat(sent.location()).isEqualTo(LIST + "?settled=1&left=1");
        assertThat(browser.get(sent.location()).html())
                .contains("It is settled.", "One cannot be settled so at the moment");
        assertThat(isOpen(above)).isFalse();
        assertThat(isOpen(below)).isTrue();
        var alone = browser.submit(LIST, form, "id", b, "action", "push-ours");
        assertThat(alone.location()).isEqualTo(LIST + "?settled=0&left=1");
        assertThat(browser.get(alone.location()).html())
                .contains("One cannot be settled so at the moment")
                .doesNotContain("It is settled.");
    }
}
