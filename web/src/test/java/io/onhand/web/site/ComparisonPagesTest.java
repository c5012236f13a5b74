package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.Connections;
import io.onhand.identity.Role;
import io.onhand.plugin.CatalogueItem;
import io.onhand.sync.ConnectionStands;
import java.util.Map;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What a till shows beside what we show: its page, and its figure among the connection's health.
 */
@WebTest
class ComparisonPagesTest {

    private static final String ITEM = "V-EARL";
    private static final String AT = "2026-11-20T10:00:00Z";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private final TillScript till = new TillScript();
    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        till.has(new CatalogueItem(ITEM, "Earl Grey", "TEA-EARL-100", null, false));
        till.shows(ITEM, "0", AT);
    }

    private Connection compared(Connection.Mode mode) {
        return till.connectCompared(program, shop, mode, Map.of());
    }

    private Browser owner() {
        return Browser.of(port, program, shop, Role.OWNER);
    }

    private static String page(String code, String rest) {
        return "/app/connections/" + code + rest;
    }

    private static Browser.Page compare(Browser browser, String code) {
        return browser.submit("/app/stock", page(code, "/comparison"));
    }

    @Test
    void whatNobodyCanExplainIsAFigureOfTheHealth() {
        Connection connection = compared(Connection.Mode.LIVE);
        var browser = owner();
        assertThat(browser.get(page(connection.code(), "")).html())
                .containsPattern("data-test=\"drift\"[^/]*</dt><dd>0</dd>");
        till.shows(ITEM, "7", AT);
        assertThat(compare(browser, connection.code()).status()).isEqualTo(302);
        assertThat(browser.get(page(connection.code(), "")).html())
                .containsPattern("data-test=\"drift\"[^/]*</dt><dd class=\"text-warn\">1</dd>")
                .contains("href=\"" + page(connection.code(), "/comparison") + "\"");
    }

    @Test
    void ofAWatchedTillThePageSaysThatNothingWasEverCountedHere() {
        till.shows(ITEM, "7", AT);
        Connection connection = compared(Connection.Mode.OBSERVE);
        assertThat(owner().get(page(connection.code(), "/comparison")).html())
                .contains("Never counted here", "Onhand, with all that was told")
                .doesNotContain("Edited there", "??");
    }

    @Test
    void whoComparesAPausedTillIsToldThatItIsPaused() {
        Connection connection = compared(Connection.Mode.LIVE);
        shop.run(() -> program.getBean(ConnectionStands.class).pause(connection.id()));
        var refused = compare(owner(), connection.code());
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.html())
                .contains("data-test=\"not-compared\"", "This connection is paused.");
    }

    @Test
    void whoComparesWhereThereIsNobodyToAskIsToldSo() {
        shop.run(() -> program.getBean(Connections.class).createGeneric("till", "The till"));
        assertThat(compare(owner(), "till").html())
                .contains("data-test=\"not-compared\"", "This connection has nobody to ask.");
        assertThat(owner().get(page("till", "/comparison")).html())
                .doesNotContain("data-test=\"not-compared\"");
    }
}
